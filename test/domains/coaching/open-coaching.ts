import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import {
  createAgendaMaker,
  createAgendaPreparation,
  createCoachingService,
  type CoachingService,
} from '../../../src/domains/coaching/index.ts';
import { quotasOf } from '../../../src/domains/quota/index.ts';
import type { Caller, Refusal } from '../../../src/http/index.ts';
import { createSealer, openPortalSealer, type TextSealer } from '../../../src/install/index.ts';
import type { Portal } from '../../../src/kernel/portal.ts';
import type { Result } from '../../../src/kernel/result.ts';
import type { OpenDatabase } from '../../../src/store/index.ts';
import { pullPortal, type PortalSync } from '../../../src/sync/index.ts';
import { openSync } from '../../support/open-sync.ts';
import { openTestStore } from '../../support/open-test-store.ts';
import { people } from '../../support/small-company.ts';

export type Name = keyof typeof people;

/** The small company with coaching, at a time that a test sets. */
export interface OpenCoaching {
  readonly store: OpenDatabase;
  readonly sync: PortalSync;
  readonly service: CoachingService;
  /** Opens what the service has sealed. */
  readonly openSealer: (portalId: number) => Promise<TextSealer>;
  /** Sets the business date and the real one alike. */
  readonly setNow: (now: string) => void;
  readonly prepareAgendas: (portal?: Portal) => Promise<number>;
  readonly caller: (name: Name) => Caller;
  /** Nobody has written anything, and Eva is above Maria, who is above Ana and Ben since a day. */
  readonly reset: (since: string) => Promise<void>;
  /** Who reports to whom from now on; whoever is not named stays where they are. */
  readonly report: (managers: Partial<Record<Name, Name | null>>) => Promise<void>;
  readonly empty: (...tables: string[]) => Promise<void>;
  readonly stop: () => Promise<void>;
}

export async function openCoaching(): Promise<OpenCoaching> {
  const store = await openTestStore();
  const open = await openSync(store.db);
  await pullPortal(await open.sync());
  const sync = await open.sync();
  let now = sync.clock.now();
  const clock = { now: () => now };
  const sealer = createSealer([{ id: 'k1', key: randomBytes(32) }]);
  const openSealer = (portalId: number) => openPortalSealer({ db: store.db, sealer }, portalId);
  const deps = { db: store.db, clock, realClock: clock, openSealer };
  const report = (name: Name, manager: Name | null) => ({
    ownerId: people[name].ownerId,
    teamId: '11',
    managerId: manager && people[manager].ownerId,
    startsOn: null,
    endsOn: null,
    rampMonths: 0,
  });
  const prepare = createAgendaPreparation({ ...deps, agendas: createAgendaMaker(deps) });
  return {
    store,
    sync,
    openSealer,
    service: createCoachingService({
      ...deps,
      askForWork: async () => {},
      hasTasks: async () => false,
    }),
    setNow: (text) => void (now = new Date(text)),
    prepareAgendas: (portal = sync.portal) => prepare(portal),
    caller: (name) => ({
      portal: sync.portal,
      userId: String(people[name].userId),
      isOps: name === 'olga',
    }),
    async reset(since) {
      const { rows } = await sql<{ name: string }>`select table_name as name from information_schema.tables
        where table_schema = current_schema() and table_name like 'coaching%'`.execute(store.db);
      for (const { name } of rows) await sql`delete from ${sql.table(name)}`.execute(store.db);
      await sql`delete from audit_entry`.execute(store.db);
      await quotasOf(store.db, sync.portal.id).savePeople([
        report('ana', 'maria'),
        report('ben', 'maria'),
        report('maria', 'eva'),
      ]);
      await sql`update person set manager_since = ${new Date(since)}`.execute(store.db);
    },
    report: (managers) =>
      quotasOf(store.db, sync.portal.id).savePeople(
        Object.entries(managers).map(([name, manager]) => report(name as Name, manager)),
      ),
    async empty(...tables) {
      for (const table of tables) await sql`delete from ${sql.table(table)}`.execute(store.db);
    },
    async stop() {
      await open.stop();
      await store.close();
    },
  };
}

/** The answer, or a throw that says why there is none. */
export async function granted<Value>(answer: Promise<Result<Value, Refusal>>): Promise<Value> {
  const result = await answer;
  if (!result.ok) throw new Error(`${result.failure.code}: ${result.failure.message}`);
  return result.value;
}

/** The code of a refusal and the field that it names; undefined where there was none. */
export async function refused(answer: Promise<Result<unknown, Refusal>>) {
  const result = await answer;
  return result.ok ? undefined : [result.failure.code, result.failure.field];
}
