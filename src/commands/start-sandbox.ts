import { mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { compose, type Sideline } from '../compose.ts';
import { forPortal as installOf } from '../install/index.ts';
import { businessClock } from '../kernel/clock.ts';
import { dealsOf } from '../mirror/index.ts';
import { freePort } from './free-port.ts';
import { followFirstSync } from './follow-first-sync.ts';
import { installIntoSandbox } from './install-into-sandbox.ts';
import { createLog } from './log.ts';
import { sandboxKeys } from './sealing-keys.ts';
import { startSandboxProcess, type SandboxProcess } from './sandbox-process.ts';

export interface SandboxStart {
  /** Where store, portal and caches live. */
  readonly data: string;
  readonly fresh: boolean;
  readonly port: number;
  /** Handed on to the sandbox as they are: `--today`, `--deals` and the like. */
  readonly portalFlags: readonly string[];
}

export interface RunningSandbox {
  readonly sideline: Sideline;
  readonly sandbox: SandboxProcess;
  stop(): Promise<void>;
}

const PORTAL_PORT_OFFSET = 100;

/** Starts Sideline beside a sandbox portal and, the first time, installs it there and syncs while one watches. */
export async function startSandbox(options: SandboxStart): Promise<RunningSandbox> {
  const data = resolve(options.data);
  if (options.fresh)
    for (const part of ['portal', 'store']) rmSync(join(data, part), { recursive: true, force: true });
  mkdirSync(data, { recursive: true });
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
      keys: sandboxKeys(join(data, 'sealing-key')),
      clock: businessClock(new Date(sandbox.businessNow)),
      log: createLog('warn'),
    });
    await sideline.start();
    await connect(sideline, sandbox, publicUrl);
    return {
      sideline,
      sandbox,
      async stop() {
        await sideline.stop();
        await sandbox.stop();
      },
    };
  } catch (error) {
    await sandbox.stop();
    throw error;
  }
}

/** The first time: install and watch. Later: pick up whatever is left to do. */
async function connect(sideline: Sideline, sandbox: SandboxProcess, publicUrl: string): Promise<void> {
  const { portalId } = sandbox;
  const known = await installOf(sideline.database.db, portalId).read();
  if (!known?.connected) {
    await installIntoSandbox(publicUrl, sandbox);
    // The sandbox's company has decided that everybody may see everybody's attainment; its pages say so.
    await installOf(sideline.database.db, portalId).choose({ sharingLevel: 'everyone' });
    process.stdout.write('✓ Installed              by the OAuth flow, into the sandbox portal\n');
  } else if (!known.readyAt) {
    await sideline.queue.send('pull-portal', { portalId });
  } else {
    await sideline.queue.send('work-portal', { portalId });
    const { all } = await dealsOf(sideline.database.db, portalId).countDeals();
    process.stdout.write(`✓ Resumed                ${all.toLocaleString('en')} deals, nothing to write\n`);
    return;
  }
  await followFirstSync(sideline, portalId);
}
