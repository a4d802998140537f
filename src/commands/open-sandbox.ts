import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { compose, type Sideline } from '../compose.ts';
import { businessClock } from '../kernel/clock.ts';
import { lockDirectory } from '../store/index.ts';
import { freePort } from './free-port.ts';
import { createLog } from './log.ts';
import { sandboxKeys } from './sealing-keys.ts';
import { startSandboxProcess, type SandboxProcess } from './sandbox-process.ts';

export interface SandboxOptions {
  /** Where store, portal and caches live. */
  readonly data: string;
  readonly fresh: boolean;
  /** Only `start` makes a new sandbox; every other command works on one that is there. */
  readonly create: boolean;
  readonly port: number;
  /** Handed on to the sandbox as they are: `--today`, `--deals` and the like. */
  readonly portalFlags: readonly string[];
}

export interface OpenSandbox {
  readonly sideline: Sideline;
  readonly sandbox: SandboxProcess;
  readonly publicUrl: string;
  readonly stop: () => Promise<void>;
}

const PORTAL_PORT_OFFSET = 100;

/** Starts the sandbox portal and builds Sideline beside it, not serving yet. */
export async function openSandbox(options: SandboxOptions): Promise<OpenSandbox> {
  const data = resolve(options.data);
  if (!options.create && !existsSync(join(data, 'store'))) {
    throw new Error(
      `Nothing is kept in ${data} yet. Run sideline start first, or name its directory with --data.`,
    );
  }
  mkdirSync(data, { recursive: true });
  const unlock = lockDirectory(join(data, 'portal'));
  if (options.fresh)
    for (const part of ['portal', 'store']) rmSync(join(data, part), { recursive: true, force: true });
  let sandbox: SandboxProcess | null = null;
  try {
    const port = await freePort(options.port);
    const publicUrl = `http://localhost:${port}`;
    sandbox = await startSandboxProcess([
      ...['--data', join(data, 'portal'), '--app-origin', publicUrl],
      ...['--port', String(options.port + PORTAL_PORT_OFFSET)],
      ...options.portalFlags,
    ]);
    const running = sandbox;
    const sideline = await compose({
      store: { kind: 'embedded', directory: join(data, 'store') },
      hubspotOrigin: sandbox.origin,
      authorizeOrigin: sandbox.origin,
      clientId: sandbox.clientId,
      clientSecrets: [sandbox.clientSecret],
      appId: sandbox.appId,
      publicUrl,
      port,
      host: '127.0.0.1',
      keys: sandboxKeys(join(data, 'sealing-key')),
      clock: businessClock(new Date(sandbox.businessNow)),
      log: createLog('warn'),
    });
    return {
      sideline,
      sandbox: running,
      publicUrl,
      async stop() {
        await sideline.stop();
        await running.stop();
        unlock();
      },
    };
  } catch (error) {
    await sandbox?.stop();
    unlock();
    throw error;
  }
}
