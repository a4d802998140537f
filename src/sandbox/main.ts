import { readSandboxConfig } from './config.ts';
import { startSandbox } from './start-sandbox.ts';

try {
  const sandbox = await startSandbox(readSandboxConfig(process.argv.slice(2)));
  process.stdout.write(`${JSON.stringify(sandbox.ready)}\n`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void sandbox.stop().then(() => process.exit(0)));
  }
} catch (error) {
  // A wrong option or an unreadable file is the user's to mend: the sentence helps, a stack would not.
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
