import { sql, type KyselyPlugin } from 'kysely';
import { noteContent, saveNoteRequest, type SaveNoteRequest } from '../../../src/contract/index.ts';
import {
  createCoachingService,
  followMerge,
  type CoachingService,
} from '../../../src/domains/coaching/index.ts';
import { besideRecords } from '../../../src/domains/coaching/merged/store.ts';
import { quotasOf } from '../../../src/domains/quota/index.ts';
import { openPortalSealer } from '../../../src/install/index.ts';
import { systemClock } from '../../../src/kernel/clock.ts';
import { dealsOf } from '../../../src/mirror/index.ts';
import type { OpenDatabase } from '../../../src/store/index.ts';
import { pullChanges } from '../../../src/sync/pull-changes.ts';
import { forPortal as eventsOf } from '../../../src/sync/events/store.ts';
import { pullPortal, type PortalSync } from '../../../src/sync/index.ts';
import { openSync, type OpenSync } from '../../support/open-sync.ts';
import { openTestStore } from '../../support/open-test-store.ts';
import { mergeDeals } from '../../support/portal-deals.ts';
import { people } from '../../support/small-company.ts';

let store: OpenDatabase;
let open: OpenSync;
let sync: PortalSync;
let coaching: CoachingService;

beforeEach(async () => {
  store = await openTestStore();
  open = await openSync(store.db, { followMerge });
  await pullPortal(await open.sync());
  sync = await open.sync();
  const openSealer = (portalId: number) => openPortalSealer(open.install, portalId);
  coaching = createCoachingService({
    ...sync,
    realClock: systemClock,
    openSealer,
    askForWork: async () => {},
    hasTasks: async () => false,
  });
  const report = { teamId: '11', startsOn: null, endsOn: null, rampMonths: 0 };
  await quotasOf(store.db, sync.portal.id).savePeople([
    { ownerId: people.ana.ownerId, managerId: people.maria.ownerId, ...report },
  ]);
}, 60_000);
afterEach(async () => {
  await open.stop();
  await store.close();
});

const caller = (name: 'ana' | 'maria') => ({
  portal: sync.portal,
  userId: String(people[name].userId),
  isOps: false,
});
async function write(recordId: string, state: SaveNoteRequest['state'], text: string): Promise<void> {
  const saved = await coaching.notes.save(
    caller('maria'),
    saveNoteRequest.parse({
      ...{ recordType: 'deal', recordId, ownerId: people.ana.ownerId, noteId: null, version: 0, state },
      content: noteContent.parse({
        topic: 'deal',
        text: { form: 'free', text },
        promises: [{ text: `promised: ${text}`, doer: 'rep', dueOn: '2026-12-01' }],
      }),
    }),
  );
  if (!saved.ok) throw new Error(saved.failure.message);
}
const cardOf = async (recordId: string) => {
  const answer = await coaching.card.read(caller('maria'), { recordType: 'deal', recordId });
  if (!answer.ok) return answer.failure.code;
  const { notes, draft, actions } = answer.value;
  return {
    notes: notes.map(({ state, passages }) => `${state}: ${passages[0]?.text ?? ''}`).sort(),
    draft: draft?.content.text,
    actions: actions.map(({ text }) => text),
  };
};
/** Eva has managers score a deal of Ana's. */
async function calibrate(deal_id: string): Promise<void> {
  await store.db
    .insertInto('coaching_calibration')
    .values({
      ...{ portal_id: sync.portal.id, director_id: people.eva.ownerId, rep_id: people.ana.ownerId, deal_id },
      ...{ rubric_id: '1', rubric_version: 1, created_at: new Date() },
    })
    .execute();
}
/** Which deal each row stands beside. */
async function standing() {
  const rows = [];
  for (const table of besideRecords) {
    const { rows: found } = await sql<{ record_id: string }>`
      select record_id from ${sql.table(table)} order by id`.execute(store.db);
    rows.push(...found.map(({ record_id }) => record_id));
  }
  const calibrations = await store.db
    .selectFrom('coaching_calibration')
    .select('deal_id')
    .orderBy('id')
    .execute();
  return [...rows, ...calibrations.map(({ deal_id }) => deal_id)];
}

test('coaching follows a merged deal to the survivor, and of two drafts both texts are kept', async () => {
  await write('7001', 'shared', 'on the loser');
  await write('7001', 'draft', 'draft on the loser');
  await write('7002', 'draft', 'draft on the survivor');
  await coaching.lines.add(caller('ana'), { recordType: 'deal', recordId: '7001', text: 'help' });
  await calibrate('7001');
  const dispute = { portal_id: sync.portal.id, rep_id: people.ana.ownerId, reason: 'stale', at: new Date() };
  for (const deal_id of ['7001', '7002'])
    await store.db
      .insertInto('coaching_dispute')
      .values({ ...dispute, deal_id })
      .execute();
  mergeDeals(open.portal, { primary: '7002', merged: '7001', newRecord: false });
  await eventsOf(store.db, sync.portal.id).note([{ type: 'deal', id: '7002' }]);
  await pullChanges(await open.sync());
  const calibrations = await store.db
    .selectFrom('coaching_calibration')
    .select(['deal_id', 'rep_id'])
    .execute();
  expect(calibrations).toEqual([{ deal_id: '7002', rep_id: people.ana.ownerId }]);
  const disputed = await store.db.selectFrom('coaching_dispute').select('deal_id').execute();
  expect(disputed).toEqual([{ deal_id: '7002' }]);
  expect(await cardOf('7001')).toBe('not_found');
  expect(await cardOf('7002')).toEqual({
    notes: ['private: draft on the loser', 'shared: on the loser'],
    draft: { form: 'free', text: 'draft on the survivor' },
    actions: ['promised: on the loser'],
  });
  expect(new Set(await standing())).toEqual(new Set(['7002']));
  // A panel that was open over the loser is told that its deal is not there, and keeps its text.
  await expect(write('7001', 'draft', 'late')).rejects.toThrow('has not read this deal');
});

test('of two deals that become a third, the newest draft stays one', async () => {
  await write('7001', 'draft', 'older');
  await write('7002', 'draft', 'newer');
  const id = mergeDeals(open.portal, { primary: '7001', merged: '7002', newRecord: true });
  await eventsOf(store.db, sync.portal.id).note([{ type: 'deal', id }]);
  await pullChanges(await open.sync());
  expect(await cardOf(id)).toMatchObject({ notes: ['private: older'], draft: { text: 'newer' } });
});

test('a pass that is killed at any statement of a merge leaves all with one deal or all with the other', async () => {
  await write('7001', 'shared', 'kept');
  await write('7001', 'draft', 'one');
  await write('7002', 'draft', 'other');
  await coaching.lines.add(caller('ana'), { recordType: 'deal', recordId: '7001', text: 'help' });
  await calibrate('7001');
  mergeDeals(open.portal, { primary: '7002', merged: '7001', newRecord: false });
  await eventsOf(store.db, sync.portal.id).note([
    { type: 'deal', id: '7002' },
    { type: 'deal', id: '7001' },
  ]);
  const before = await standing();
  const seen = new Set<string>();
  let statements = 0;
  const dyingAt = (last: number): KyselyPlugin => {
    statements = 0;
    return {
      transformQuery: ({ node }) => {
        statements += 1;
        if (statements > last) throw new Error('killed');
        return node;
      },
      transformResult: async ({ result }) => result,
    };
  };
  for (let last = 1; ; last += 1) {
    const db = store.db.withPlugin(dyingAt(last));
    const isDone = await pullChanges({ ...(await open.sync()), db }).then(
      () => true,
      (error: unknown) => {
        if (!(error instanceof Error) || error.message !== 'killed') throw error;
        return false;
      },
    );
    const now = await standing();
    const isThere = (await dealsOf(store.db, sync.portal.id).read('7001')) !== null;
    expect([last, now]).toEqual([last, isThere ? before : now.map(() => '7002')]);
    seen.add(String(isThere));
    if (isDone) break;
  }
  expect(seen).toEqual(new Set(['true', 'false']));
  expect(statements).toBeGreaterThan(10);
  expect(await cardOf('7002')).toMatchObject({ notes: ['private: one', 'shared: kept'] });
});

test('every table of coaching that stands beside a record follows it', async () => {
  const { rows } = await sql<{ name: string }>`
    select table_name as name from information_schema.columns
    where table_schema = current_schema() and column_name in ('record_id', 'deal_id') and table_name like 'coaching%'`.execute(
    store.db,
  );
  expect(rows.map(({ name }) => name).sort()).toEqual(
    [...besideRecords, 'coaching_calibration', 'coaching_dispute', 'coaching_text_draft'].sort(),
  );
});
