import type { Sideline } from '../compose.ts';
import { readEnvironment } from '../config.ts';
import { openLive } from './open-live.ts';
import { openSandbox, type SandboxOptions } from './open-sandbox.ts';

/** Builds the Sideline that the environment asks for, lets `use` work with it, and closes it whatever happens. */
export async function withSideline(
  options: SandboxOptions,
  use: (sideline: Sideline) => Promise<void>,
): Promise<void> {
  const environment = readEnvironment();
  if (environment.kind === 'incomplete') throw new IncompleteEnvironment(environment.faults);
  const { sideline, stop } =
    environment.kind === 'sandbox' ? await openSandbox(options) : await live(environment.config);
  try {
    await use(sideline);
  } finally {
    await stop();
  }
}

export class IncompleteEnvironment extends Error {
  constructor(faults: readonly string[]) {
    super(`Some of HubSpot's credentials are set, but not all:\n  ${faults.join('\n  ')}`);
    this.name = 'IncompleteEnvironment';
  }
}

async function live(config: Parameters<typeof openLive>[0]) {
  const sideline = await openLive(config);
  return { sideline, stop: () => sideline.stop() };
}
