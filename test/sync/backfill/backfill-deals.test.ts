import { err, ok } from '../../../src/kernel/result.ts';
import type { PortalSession } from '../../../src/hubspot/index.ts';
import { makeCompany } from '../../../src/sandbox/company/index.ts';
import { enlargeSeed } from '../../../src/sandbox/enlarge-seed.ts';
import { dealType } from '../../../src/sandbox/portal/objects/object-types.ts';
import { currentValue } from '../../../src/sandbox/portal/objects/stored-record.ts';
import { createRecord } from '../../../src/sandbox/portal/objects/write-record.ts';
import type { PortalOptions } from '../../../src/sandbox/portal/index.ts';
import { forPortal as eventsOf } from '../../../src/sync/events/store.ts';
import { progressOf, pullPortal, workPortal, type PortalSync } from '../../../src/sync/index.ts';
import { openSync, type OpenSync } from '../../support/open-sync.ts';
import { openTestStore } from '../../support/open-test-store.ts';
import { deleteDeal, editDeal } from '../../support/portal-deals.ts';
import { businessNow } from '../../support/small-company.ts';
import type { OpenDatabase } from '../../../src/store/index.ts';

/** Enough for several parts, with a rest that fills no page. */
const deals = 3_260;

let store: OpenDatabase;
let open: OpenSync;
let portalId = 62_600;
const company = enlargeSeed(makeCompany({ now: new Date(businessNow), seed: 7 }), deals);

async function start(options: Partial<PortalOptions> = {}): Promise<void> {
  open = await openSync(store.db, {
    adminUserId: company.users.find(({ superAdmin }) => superAdmin)?.userId ?? 0,
    seed: () => ({ ...company, account: { ...company.account, portalId } }),
    ...options,
  });
}

beforeAll(async () => {
  store = await openTestStore();
});
beforeEach(() => {
  portalId += 1;
});
afterEach(() => open.stop());
afterAll(() => store.close());

type Call = Parameters<PortalSession['call']>[0];

/** The pull with every call handed to `tap` first, which may throw, and every answer to `alter`. */
async function tapped(
  tap: (call: Call) => void,
  alter: (call: Call, answer: unknown) => unknown = (_, answer) => answer,
): Promise<PortalSync> {
  const sync = await open.sync();
  const session: PortalSession = {
    ...sync.session,
    async call(call) {
      tap(call);
      return alter(call, await sync.session.call(call)) as Awaited<
        ReturnType<typeof sync.session.call<never>>
      >;
    },
  };
  return { ...sync, session, openSession: () => session };
}

const isList = ({ method, path }: Call) =>
  method === 'GET' && path.endsWith('/deals') && path.includes('objects');
const isSearch = ({ path }: Call) => path.endsWith('/deals/search');

/** What the portal shows, and what the mirror holds of it, in the same words. */
function shown(): string[] {
  return open.portal.state
    .records(dealType)
    .values()
    .filter(({ archivedAt }) => archivedAt === null)
    .map((record) =>
      [
        record.id,
        ...['dealname', 'dealstage', 'amount', 'hubspot_owner_id'].map(
          (name) => currentValue(record, name) || null,
        ),
      ].join('|'),
    )
    .sort();
}

async function mirrored(): Promise<string[]> {
  const rows = await store.db.selectFrom('deal').selectAll().where('portal_id', '=', portalId).execute();
  return rows.map((row) => [row.id, row.name, row.stage_id, row.amount, row.owner_id].join('|')).sort();
}

const splitCount = async () =>
  (
    await store.db
      .selectFrom('deal_split')
      .select('deal_id')
      .distinct()
      .where('portal_id', '=', portalId)
      .execute()
  ).length;

test('every deal is read, in parts and by both hands, each page of the list once', async () => {
  await start();
  const calls: Call[] = [];
  await pullPortal(await tapped((call) => calls.push(call)));
  expect(await mirrored()).toEqual(shown());
  const lists = calls.filter(isList);
  expect(lists).toHaveLength(Math.ceil(deals / 100));
  expect(new Set(lists.map(({ query }) => query?.['after'])).size).toBe(lists.length);
  expect(calls.filter(isSearch).length).toBeGreaterThan(3);
  const parts = await store.db
    .selectFrom('pull_part')
    .selectAll()
    .where('portal_id', '=', portalId)
    .execute();
  expect(parts.length).toBeGreaterThan(2);
  expect(parts.every(({ list_done }) => list_done)).toBe(true);
  const splits = calls.filter(({ path }) => path.includes('deal-splits'));
  expect(await splitCount()).toBeGreaterThan(0);
  expect(splits.length).toBeLessThanOrEqual(Math.ceil((await splitCount()) / 100) + 1);
  expect(await progressOf(store.db, portalId).read()).toMatchObject({
    phase: 'done',
    dealsRead: deals,
    dealsTotal: deals,
    dealsChecked: deals,
  });
});

test('what search does not know yet is found by the list', async () => {
  await start({ searchLag: 3_600_000 });
  const ids = open.portal.state
    .records(dealType)
    .values()
    .map(({ id }) => id);
  const [template] = open.portal.state.records(dealType).values();
  const values = Object.fromEntries(
    ['dealstage', 'pipeline', 'hubspot_owner_id'].map((name) => [name, currentValue(template!, name) ?? '']),
  );
  const source = {
    sourceType: 'CRM_UI',
    sourceId: 'userId:1',
    sourceLabel: 'Somebody',
    updatedByUserId: 1,
  } as const;
  for (let index = 0; index < ids.length; index += 40)
    editDeal(open.portal, ids[index]!, { amount: `1${index}` });
  for (let index = 7; index < ids.length; index += 400) deleteDeal(open.portal, ids[index]!);
  for (let index = 0; index < 30; index += 1) {
    createRecord(open.portal, { type: dealType, values: { ...values, dealname: `New ${index}` }, source });
  }
  await pullPortal(await open.sync());
  // Search still shows what was deleted; the list did not, so the next pass looks once more.
  await workPortal(await open.sync());
  expect(await mirrored()).toEqual(shown());
});

test('edits, new and deleted deals and faults of every kind meanwhile change nothing in the end', async () => {
  await start({ searchLag: { least: 5, most: 400 }, randomSeed: 3 });
  const { faults } = open.portal;
  faults.add({ fault: { kind: 'rate-limited' }, when: { rate: 0.04 } });
  faults.add({ fault: { kind: 'rate-limited', policy: 'SECONDLY' }, when: { path: '/search', rate: 0.04 } });
  faults.add({ fault: { kind: 'gateway-error', effect: 'after' }, when: { rate: 0.04 } });
  faults.add({ fault: { kind: 'dropped-connection' }, when: { rate: 0.04 } });
  const ids = open.portal.state
    .records(dealType)
    .values()
    .map(({ id }) => id);
  let count = 0;
  const told: string[] = [];
  const sync = await tapped((call) => {
    if (!isList(call) && !isSearch(call)) return;
    count += 1;
    const id = ids[(count * 613) % ids.length]!;
    if (count % 5 === 0) deleteDeal(open.portal, id);
    else editDeal(open.portal, id, { amount: String(count) });
    told.push(id);
  });
  await pullPortal(sync);
  faults.clear();
  // The webhooks of all this, which wait until the portal is ready.
  await eventsOf(store.db, portalId).note(told.map((id) => ({ type: 'deal', id })));
  await workPortal(await open.sync());
  expect(await mirrored()).toEqual(shown());
});

class Killed extends Error {}

test('killed again and again, it goes on where it was and is ready only when all is there', async () => {
  await start();
  const asked = new Map<string, number>();
  let attempts = 0;
  for (let isDone = false; !isDone; attempts += 1) {
    let calls = 0;
    const until = 9 + ((attempts * 5) % 11);
    const sync = await tapped((call) => {
      if (!isList(call) && !isSearch(call)) return;
      calls += 1;
      if (calls > until) throw new Killed();
      if (isList(call)) {
        const cursor = call.query?.['after'] ?? 'first';
        asked.set(cursor, (asked.get(cursor) ?? 0) + 1);
      }
    });
    try {
      await pullPortal(sync);
      isDone = true;
    } catch (error) {
      expect(error).toBeInstanceOf(Killed);
      expect((await open.sync()).portal.readyAt).toBeNull();
      expect((await progressOf(store.db, portalId).read())?.finishedAt).toBeNull();
    }
  }
  expect(attempts).toBeGreaterThan(2);
  expect(await mirrored()).toEqual(shown());
  expect((await open.sync()).portal.readyAt).not.toBeNull();
  // No page was asked for again that had been kept; what was under way at a kill is asked for once more.
  expect(Math.max(...asked.values())).toBeLessThanOrEqual(2);
  expect((await progressOf(store.db, portalId).read())?.dealsRead).toBe(deals);
});

test('another time zone in between has everything read again', async () => {
  await start();
  let calls = 0;
  const killed = await tapped((call) => {
    if (isList(call) && ++calls > 15) throw new Killed();
  });
  await expect(pullPortal(killed)).rejects.toThrow(Killed);
  Object.assign(open.portal.state.account, { timeZone: 'America/New_York' });
  const lists: Call[] = [];
  await pullPortal(await tapped((call) => void (isList(call) && lists.push(call))));
  expect(lists).toHaveLength(Math.ceil(deals / 100));
});

test('where cursors say nothing of ids, one hand follows them and search reads ahead', async () => {
  await start();
  const lists: Call[] = [];
  const sync = await open.sync();
  const session: PortalSession = {
    ...sync.session,
    async call(call) {
      if (!isList(call)) return sync.session.call(call);
      lists.push(call);
      const after = call.query?.['after'];
      expect(after === undefined || after.startsWith('page ')).toBe(true);
      const plain = { ...call.query, ...(after && { after: after.slice(5) }) };
      const answer = await sync.session.call({ ...call, query: plain });
      if (!answer.ok) return answer;
      const page = answer.value as unknown as { next: string | null };
      return ok({ ...page, next: page.next === null ? null : `page ${page.next}` } as never);
    },
  };
  await pullPortal({ ...sync, session, openSession: () => session });
  expect(lists).toHaveLength(Math.ceil(deals / 100));
  expect(await mirrored()).toEqual(shown());
});

test('a portal that refuses searches is read by the list alone', async () => {
  await start();
  const failure = { code: 'forbidden', status: 403, message: 'not in your subscription' } as const;
  await pullPortal(
    await tapped(
      () => {},
      (call, answer) => (isSearch(call) ? err(failure) : answer),
    ),
  );
  expect(await mirrored()).toEqual(shown());
});

test('the progress never goes back, never passes the total and ends at it', async () => {
  await start();
  const seen: number[] = [];
  const progress = progressOf(store.db, portalId);
  const looks: Promise<void>[] = [];
  const sync = await tapped(() => {
    looks.push(
      progress.read().then((now) => {
        if (!now) return;
        seen.push(now.dealsRead);
        if (now.dealsTotal !== null) expect(now.dealsRead).toBeLessThanOrEqual(now.dealsTotal);
        expect(now.dealsChecked).toBeLessThanOrEqual(now.dealsRead);
      }),
    );
  });
  await pullPortal(sync);
  await Promise.all(looks);
  expect(seen).toEqual(seen.toSorted((a, b) => a - b));
  expect(new Set(seen).size).toBeGreaterThan(5);
});

test('a second pull with nothing changed changes nothing in the store', async () => {
  await start();
  await pullPortal(await open.sync());
  const rows = () =>
    store.db
      .selectFrom('deal')
      .select(['id', 'news', 'modified_at'])
      .where('portal_id', '=', portalId)
      .orderBy('id')
      .execute();
  const before = await rows();
  await pullPortal(await open.sync());
  expect(await rows()).toEqual(before);
});
