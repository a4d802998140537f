import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import { createForecastService } from '../../../src/domains/forecast/index.ts';
import { createQuotaService } from '../../../src/domains/quota/index.ts';
import { openHubSpot, type PortalSession } from '../../../src/hubspot/index.ts';
import { createSealer, forPortal as installOf, storedTokens } from '../../../src/install/index.ts';
import { systemClock } from '../../../src/kernel/clock.ts';
import { dirtyOwnersOf } from '../../../src/mirror/index.ts';
import { openDatabase, type StoreLocation } from '../../../src/store/index.ts';
import { SyncInterrupted, type PortalSync } from '../../../src/sync/dependencies.ts';
import { forPortal as eventsOf } from '../../../src/sync/events/store.ts';
import { outboxOf, pullPortal, workPortal } from '../../../src/sync/index.ts';
import { appId, manifest, sidelineApp } from '../../support/start-portal.ts';

/** What a life is told when it begins. */
export interface Task {
  readonly location: StoreLocation;
  readonly origin: string;
  readonly portalId: number;
  /** Of the sealing key, as hex. */
  readonly key: string;
  readonly now: string;
  /** Deals of which an event has told. */
  readonly changed: readonly string[];
}

/** `call`: a call to HubSpot begins; `done`: nothing is left to do. */
export type Told = 'warm' | 'call' | 'done';

const tell = (told: Told): void => void process.send?.(told);

/** Waits as the service waits, a few hundred times faster. */
const shortly = async (ms: number): Promise<void> => void (await sleep(ms / 500));

/** The service's own passes over one portal, in a process that may be killed at any moment. */
async function live(task: Task): Promise<void> {
  const { portalId } = task;
  const database = await openDatabase(task.location);
  const { db } = database;
  const clock = { now: () => new Date(task.now) };
  const { clientId, clientSecret } = sidelineApp('');
  const hubspot = openHubSpot({
    origin: task.origin,
    clientId,
    clientSecret,
    pacer: { acquire: async () => {}, observe: () => {} },
    sleep: shortly,
    random: Math.random,
  });
  const install = {
    db,
    hubspot,
    sealer: createSealer([{ id: 'k1', key: Buffer.from(task.key, 'hex') }]),
    clock: systemClock,
    manifest,
    publicUrl: '',
    authorizeOrigin: task.origin,
    appId,
  };
  const open = hubspot.forPortal(portalId, storedTokens(install, portalId));
  const session: PortalSession = {
    ...open,
    call: (call) => {
      tell('call');
      return open.call(call);
    },
  };
  const readPortal = async () => {
    const portal = await installOf(db, portalId).read();
    if (!portal?.connected) throw new Error('the portal was lost');
    return portal;
  };
  const pass = async (): Promise<boolean> => {
    const sync: PortalSync = {
      db,
      manifest,
      clock,
      log: pino({ level: 'silent' }),
      quota: createQuotaService({ db, clock }),
      forecast: createForecastService({ db, clock }),
      openSession: () => session,
      portal: await readPortal(),
      session,
    };
    if (sync.portal.readyAt === null) await pullPortal(sync);
    await workPortal(sync);
    const left = [
      (await eventsOf(db, portalId).read('deal', 1)).length,
      await dirtyOwnersOf(db, portalId).count(),
      await outboxOf(db, portalId).countWaiting(),
    ];
    return left.every((count) => count === 0);
  };
  await eventsOf(db, portalId).note(task.changed.map((id) => ({ type: 'deal', id })));
  for (;;) {
    try {
      if (await pass()) break;
    } catch (error) {
      if (!(error instanceof SyncInterrupted)) throw error;
    }
    await sleep(5);
  }
  await database.close();
  tell('done');
}

process.once('message', (task: Task) => {
  live(task).then(
    () => process.disconnect(),
    (error: unknown) => {
      process.stderr.write(`${String(error instanceof Error ? error.stack : error)}\n`);
      process.exit(1);
    },
  );
});
tell('warm');
