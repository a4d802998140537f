import { readEnvironment, type LiveConfig } from '../config.ts';
import { describeExamples } from './describe-examples.ts';
import { openLive } from './open-live.ts';
import type { SandboxOptions } from './open-sandbox.ts';
import { startSandbox } from './start-sandbox.ts';
import { IncompleteEnvironment } from './with-sideline.ts';

/** `sideline start`: the real thing with credentials in the environment, the sandbox without any. */
export async function start(options: SandboxOptions): Promise<void> {
  const environment = readEnvironment();
  if (environment.kind === 'incomplete') throw new IncompleteEnvironment(environment.faults);
  const stop =
    environment.kind === 'live' ? await startLive(environment.config) : await startInSandbox(options);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      void stop().then(() => process.exit(0));
    });
  }
}

async function startLive(config: LiveConfig): Promise<() => Promise<void>> {
  const sideline = await openLive(config);
  if (config.role !== 'web') await sideline.work();
  await sideline.serve();
  process.stdout.write(`${describeRole(config)}\n`);
  return () => sideline.stop();
}

function describeRole({ role, publicUrl, metricsPort }: LiveConfig): string {
  return role === 'worker'
    ? `Sideline works; health and metrics are on port ${metricsPort}`
    : `Sideline serves ${publicUrl}; install it at ${publicUrl}/oauth/install`;
}

async function startInSandbox(options: SandboxOptions): Promise<() => Promise<void>> {
  const { sideline, sandbox, stop } = await startSandbox(options);
  sandbox.onCrash((code) => {
    process.stderr.write(`The sandbox portal has ended (code ${String(code)}); Sideline stops too.\n`);
    void sideline.stop().then(() => process.exit(1));
  });
  const examples = await describeExamples(sideline, sandbox.portalId);
  if (examples) process.stdout.write(`\nFor example:\n${examples}\n`);
  process.stdout.write(
    `\nOpen ${sandbox.origin}\nStop with Ctrl+C; the next start goes on where this one ends.\n`,
  );
  return stop;
}
