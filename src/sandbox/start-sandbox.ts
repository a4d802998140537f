import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { businessClock, systemClock } from '../kernel/clock.ts';
import { buildPage } from './build-page.ts';
import { chooseSeed } from './choose-seed.ts';
import type { SandboxConfig } from './config.ts';
import { keepIdentity } from './keep-identity.ts';
import { createPortal } from './portal/index.ts';
import { readApp } from './read-app.ts';

export interface RunningSandbox {
  /** What the sandbox says of itself once it listens. */
  readonly ready: {
    readonly ready: true;
    readonly origin: string;
    readonly clientId: string;
    readonly clientSecret: string;
    readonly appId: number;
    readonly portalId: number;
    readonly businessNow: string;
    readonly adminUserId: number;
  };
  stop(): Promise<void>;
}

/** A second behind is what HubSpot's search is at its best. */
const searchLagMilliseconds = 2_000;

/** Builds the portal and what it serves, and starts it: in its data directory it goes on where it was. */
export async function startSandbox(config: SandboxConfig): Promise<RunningSandbox> {
  const { dataDirectory, port, appOrigin } = config;
  mkdirSync(dataDirectory, { recursive: true });
  const file = join(dataDirectory, 'portal.sqlite');
  if (config.fresh) forget(dataDirectory, file);
  const identityFile = join(dataDirectory, 'portal.json');
  // Only a new portal is filled: a later start goes on with what is there, whatever files are named.
  const chosen = existsSync(identityFile) ? null : chooseSeed(config, systemClock.now());
  for (const note of chosen?.notes ?? []) process.stdout.write(`${note}\n`);
  const identity = keepIdentity(identityFile, { startingAt: chosen?.startingAt ?? null });
  const clock = businessClock(new Date(systemClock.now().getTime() + identity.clockOffset));
  const cacheDir = join(dataDirectory, 'cache');
  const [app, pageDirectory] = await Promise.all([
    readApp({ appOrigin, cacheDir, ...identity }),
    buildPage({ cacheDir }),
  ]);
  const portal = await createPortal({
    app,
    file,
    seed: () => (chosen ?? chooseSeed(config, clock.now())).seed,
    businessClock: clock,
    searchLag: searchLagMilliseconds,
    latencyMs: config.latencyMs,
    pageDirectory,
    port,
  });
  const admin = portal.state.people.values().find(({ superAdmin, archived }) => superAdmin && !archived);
  if (!admin) throw new Error('nobody in the portal is a super admin');
  return {
    ready: {
      ready: true,
      origin: portal.origin,
      clientId: app.clientId,
      clientSecret: app.clientSecret,
      appId: app.appId,
      portalId: portal.state.account.portalId,
      businessNow: clock.now().toISOString(),
      adminUserId: admin.userId,
    },
    stop: () => portal.stop(),
  };
}

function forget(dataDirectory: string, file: string): void {
  for (const path of [file, `${file}-wal`, `${file}-shm`, join(dataDirectory, 'portal.json')]) {
    rmSync(path, { force: true });
  }
}
