import { sql } from 'kysely';
import {
  coachingCardRequest,
  coachingCardView,
  saveNoteRequest,
  type SavedNote,
  type SaveNoteRequest,
} from '../../../src/contract/index.ts';
import { createCoachingService, type CoachingService } from '../../../src/domains/coaching/index.ts';
import { quotasOf } from '../../../src/domains/quota/index.ts';
import { openPortalSealer } from '../../../src/install/index.ts';
import { systemClock, type Clock } from '../../../src/kernel/clock.ts';
import type { Result } from '../../../src/kernel/result.ts';
import type { OpenDatabase } from '../../../src/store/index.ts';
import { pullPortal, type PortalSync } from '../../../src/sync/index.ts';
import { openSync, type OpenSync } from '../../support/open-sync.ts';
import { openTestStore } from '../../support/open-test-store.ts';
import { people } from '../../support/small-company.ts';

export type Name = keyof typeof people;

/** Coaching over the small company, asked as the people in it. */
export interface OpenCoaching {
  readonly store: OpenDatabase;
  readonly sync: PortalSync;
  readonly install: OpenSync['install'];
  readonly service: CoachingService;
  readonly portalId: number;
  caller(name: Name): { portal: PortalSync['portal']; userId: string; isOps: boolean };
  report(name: Name, manager: Name | null): Promise<void>;
  /** A note on Ana's deal with one promise of hers, in free text. */
  write(name: Name, text: string, change?: Partial<SaveNoteRequest>): Promise<SavedNote>;
  card(name: Name, recordId?: string): Promise<ReturnType<typeof coachingCardView.parse>>;
  /** Everything that was audited, the newest first, as `action`. */
  audited(): Promise<string[]>;
  clear(): Promise<void>;
  stop(): Promise<void>;
}

/** Opens it; `realClock` is when things are said and done. */
export async function openCoaching(realClock: Clock = systemClock): Promise<OpenCoaching> {
  const store = await openTestStore();
  const open: OpenSync = await openSync(store.db);
  await pullPortal(await open.sync());
  const sync = await open.sync();
  const portalId = sync.portal.id;
  const service = createCoachingService({
    db: store.db,
    clock: sync.clock,
    realClock,
    askForWork: async () => {},
    hasTasks: async () => false,
    openSealer: (each) => openPortalSealer(open.install, each),
  });
  const caller = (name: Name) => ({
    portal: sync.portal,
    userId: String(people[name].userId),
    isOps: name === 'olga',
  });
  return {
    store,
    sync,
    install: open.install,
    service,
    portalId,
    caller,
    async report(name, manager) {
      const { ownerId } = people[name];
      const managerId = manager && people[manager].ownerId;
      const rest = { teamId: '11', startsOn: null, endsOn: null, rampMonths: 0 };
      await quotasOf(store.db, portalId).savePeople([{ ownerId, managerId, ...rest }]);
    },
    async write(name, text, change = {}) {
      const saved = await service.notes.save(
        caller(name),
        saveNoteRequest.parse({
          ...{ recordType: 'deal', recordId: '7001', ownerId: people.ana.ownerId },
          ...{ noteId: null, version: 0, state: 'shared' },
          content: {
            topic: 'deal',
            text: { form: 'free', text },
            promises: [{ text: `promised: ${text}`.slice(0, 500), doer: 'rep', dueOn: '2026-12-01' }],
          },
          ...change,
        }),
      );
      return granted(saved);
    },
    async card(name, recordId = '7001') {
      const request = coachingCardRequest.parse({ recordType: 'deal', recordId });
      return coachingCardView.parse(granted(await service.card.read(caller(name), request)));
    },
    async audited() {
      const rows = await store.db.selectFrom('audit_entry').select('action').orderBy('id', 'desc').execute();
      return rows.map(({ action }) => action);
    },
    async clear() {
      const tables = [
        'note',
        'addendum',
        'line',
        'action',
        'access',
        'handover',
        'copy',
        'retention',
        'calibration',
        'calibration_scoring',
      ];
      for (const table of [...tables.map((each) => `coaching_${each}`), 'audit_entry'])
        await sql`delete from ${sql.table(table)}`.execute(store.db);
    },
    async stop() {
      await open.stop();
      await store.close();
    },
  };
}

/** What was answered, where nothing was refused. */
export function granted<Value>(
  answer: Result<Value, { readonly code: string; readonly message: string }>,
): Value {
  if (!answer.ok) throw new Error(`${answer.failure.code}: ${answer.failure.message}`);
  return answer.value;
}

/** The code of a refusal; undefined where nothing was refused. */
export async function refusal(
  answer: Promise<{ readonly ok: boolean; readonly failure?: { readonly code: string } }>,
): Promise<string | undefined> {
  return (await answer).failure?.code;
}
