import { mkdirSync, rmSync } from 'node:fs';
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
  mkdirSync(data, { recursive: true });
  const unlock = lockDirectory(join(data, 'portal'));
  if (options.fresh)
    for (const part of ['portal', 'store']) rmSync(join(data, part), { recursive: true, force: true });
  const port = await freePort(options.port);
  const publicUrl = `http://localhost:${port}`;
  const sandbox = await startSandboxProcess([
    ...['--data', join(data, 'portal'), '--app-origin', publicUrl],
    ...['--port', String(options.port + PORTAL_PORT_OFFSET)],
    ...options.portalFlags,
  ]);
  try {
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
      sandbox,
      publicUrl,
      async stop() {
        await sideline.stop();
        await sandbox.stop();
        unlock();
      },
    };
  } catch (error) {
    await sandbox.stop();
    throw error;
  }
}
