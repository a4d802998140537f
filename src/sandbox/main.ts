import { startSandbox } from './start-sandbox.ts';
import { readSandboxConfig } from './config.ts';

const sandbox = await startSandbox(readSandboxConfig(process.argv.slice(2)));
process.stdout.write(`${JSON.stringify(sandbox.ready)}\n`);
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void sandbox.stop().then(() => process.exit(0)));
}
