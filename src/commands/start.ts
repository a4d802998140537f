import { compose } from '../compose.ts';
import { readEnvironment } from '../config.ts';
import { systemClock } from '../kernel/clock.ts';
import { describeExamples } from './describe-examples.ts';
import { createLog } from './log.ts';
import { startSandbox, type SandboxStart } from './start-sandbox.ts';

/** `sideline start`: the real thing with credentials in the environment, the sandbox without any. */
export async function start(options: SandboxStart): Promise<void> {
  const environment = readEnvironment();
  if (environment.kind === 'incomplete') {
    throw new Error(`Sideline cannot start:\n  ${environment.faults.join('\n  ')}`);
  }
  const stop =
    environment.kind === 'live' ? await startLive(environment.config) : await startInSandbox(options);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      void stop().then(() => process.exit(0));
    });
  }
}

type Live = Extract<ReturnType<typeof readEnvironment>, { kind: 'live' }>['config'];

async function startLive(config: Live): Promise<() => Promise<void>> {
  const sideline = await compose({
    store: { kind: 'postgres', url: config.databaseUrl },
    hubspotOrigin: 'https://api.hubapi.com',
    authorizeOrigin: 'https://app.hubspot.com',
    clientId: config.clientId,
    clientSecrets: config.clientSecrets,
    appId: config.appId,
    publicUrl: config.publicUrl,
    port: config.port,
    keys: config.keys,
    clock: systemClock,
    log: createLog('info'),
  });
  await sideline.start();
  process.stdout.write(
    `Sideline serves ${config.publicUrl}; install it at ${config.publicUrl}/oauth/install\n`,
  );
  return () => sideline.stop();
}

async function startInSandbox(options: SandboxStart): Promise<() => Promise<void>> {
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
