import { sql } from 'kysely';
import { answeredOf, auditOf } from '../../src/access/index.ts';
import { readAccount, uninstallApp } from '../../src/hubspot/index.ts';
import { err } from '../../src/kernel/result.ts';
import {
  disconnectPortal,
  erasePortal,
  erasingOf,
  forgetOld,
  forPortal as installOf,
  pauseWriteBack,
  removeOurProperties,
  retentionDays,
  storedTokens,
  type Leaving,
} from '../../src/install/index.ts';
import { sweepErased } from '../../src/install/erasing/store.ts';
import { forPortal as choicesOf } from '../../src/install/properties/choices/store.ts';
import { dirtyOwnersOf } from '../../src/mirror/index.ts';
import { dealType } from '../../src/sandbox/portal/objects/object-types.ts';
import type { OpenDatabase } from '../../src/store/index.ts';
import {
  forgetWritten,
  outboxOf,
  pullPortal,
  reconcilePortal,
  summariseWritten,
  workPortal,
} from '../../src/sync/index.ts';
import type { OpenSync } from '../support/open-sync.ts';
import { openTestStore } from '../support/open-test-store.ts';
import { openWrittenPortal } from '../support/open-written-portal.ts';
import { countWrites, shownEverywhere } from '../support/portal-deals.ts';
import { manifest } from '../support/start-portal.ts';

let store: OpenDatabase;
const opened: OpenSync[] = [];
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(async () => {
  for (const open of opened) await open.stop();
  await store.close();
});

const olga = '1207';
const DAY_MS = 86_400_000;

async function openPortal(portalId: number): Promise<OpenSync & { leaving: Leaving }> {
  const open = await openWrittenPortal(store.db, portalId);
  opened.push(open);
  const leaving = { deps: open.install, portalId, session: open.session, userId: olga };
  return { ...open, leaving };
}

/** Every table that has rows of a portal, with how many. */
async function countRows(portalId: number): Promise<Record<string, number>> {
  const { rows: tables } = await sql<{ table_name: string }>`
    select distinct table_name from information_schema.columns
    where column_name = 'portal_id' and table_schema = current_schema()`.execute(store.db);
  const counts: Record<string, number> = {};
  for (const { table_name } of [...tables, { table_name: 'portal' }]) {
    const key = sql.ref(table_name === 'portal' ? 'id' : 'portal_id');
    const { rows } = await sql<{ count: number }>`
      select count(*) as count from ${sql.table(table_name)} where ${key} = ${portalId}`.execute(store.db);
    if (rows[0]?.count) counts[table_name] = rows[0].count;
  }
  return counts;
}

const actions = async (portalId: number) =>
  (await auditOf(store.db, portalId).listBefore(null, 10)).map(({ action, userId }) => [action, userId]);

test('writing is paused and goes on, and the log says who said so', async () => {
  const { portal, ...open } = await openPortal(1);
  const at = new Date();
  await pauseWriteBack(store.db, 1, { isPaused: true, userId: olga, at });
  const writes = countWrites(portal);
  await outboxOf(store.db, 1).put([{ recordId: '7001', desired: { sideline_quota: '1.00' } }]);
  await workPortal(await open.sync());
  expect(countWrites(portal)).toBe(writes);
  await pauseWriteBack(store.db, 1, { isPaused: false, userId: olga, at });
  expect(await dirtyOwnersOf(store.db, 1).count()).toBeGreaterThan(0);
  await workPortal(await open.sync());
  expect(await outboxOf(store.db, 1).countWaiting()).toBe(0);
  expect(await actions(1)).toEqual([
    ['resume writing', olga],
    ['pause writing', olga],
  ]);
});

test('our properties are taken out, and no pass and no check makes them again', async () => {
  const { portal, leaving, ...open } = await openPortal(2);
  // Those that ops switched on go with the others.
  for (const { name, written } of manifest.properties.definitions)
    if (written === 'whenSwitchedOn') await choicesOf(store.db, 2).choose({ name, isOn: true });
  await reconcilePortal(await open.sync());
  await workPortal(await open.sync());
  const ours = manifest.properties.definitions.map(({ name }) => name);
  const live = () =>
    portal.state
      .definitions(dealType)
      .values()
      .filter(({ archived }) => !archived);
  expect(live().map(({ name }) => name)).toEqual(expect.arrayContaining(ours));
  const forget = (portalId: number) => forgetWritten(store.db, portalId);
  expect(await removeOurProperties(leaving, forget)).toEqual({
    ok: true,
    value: { removed: ours, kept: [] },
  });
  expect(live().filter(({ name }) => name.startsWith('sideline_'))).toEqual([]);
  expect(portal.state.groups(dealType).get('sideline')).toBeUndefined();
  expect(await summariseWritten(store.db, 2)).toEqual([]);
  expect(await outboxOf(store.db, 2).countWaiting()).toBe(0);
  await reconcilePortal(await open.sync());
  await workPortal(await open.sync());
  expect(live().filter(({ name }) => name.startsWith('sideline_'))).toEqual([]);
  // Doing it again finds nothing to do.
  expect(await removeOurProperties(leaving, forget)).toMatchObject({ ok: true, value: { kept: [] } });
  expect((await actions(2))[0]).toEqual(['remove properties', olga]);

  // Ops change their mind: the properties come back with old values, which are put right.
  const before = shownEverywhere(portal);
  await pauseWriteBack(store.db, 2, { isPaused: false, userId: olga, at: new Date() });
  await workPortal(await open.sync());
  await reconcilePortal(await open.sync());
  await workPortal(await open.sync());
  expect(shownEverywhere(portal)).toEqual(before);
});

test('a property that HubSpot keeps, because a report uses it, is told and the others go', async () => {
  const { leaving } = await openPortal(3);
  const session: Leaving['session'] = {
    ...leaving.session,
    call: async (call) =>
      call.method === 'DELETE' && call.path.endsWith('/sideline_gap')
        ? err({ code: 'rejected', status: 400, message: 'It is used in 1 report.' })
        : leaving.session.call(call),
  };
  const removed = await removeOurProperties({ ...leaving, session }, (id) => forgetWritten(store.db, id));
  expect(removed).toMatchObject({
    ok: true,
    value: { kept: [{ name: 'sideline_gap', message: 'It is used in 1 report.' }] },
  });
});

test('disconnected, the app is gone from the portal, its token opens nothing, and its jobs find no work', async () => {
  const { leaving, ...open } = await openPortal(4);
  const { rows: before } = await sql`select 1 from deal where portal_id = 4`.execute(store.db);
  const token = await storedTokens(open.install, 4).accessToken();
  if (!token.ok) throw new Error('the portal is connected');
  expect(await disconnectPortal(leaving)).toEqual({ ok: true, value: undefined });
  const after = await installOf(store.db, 4).read();
  expect(after?.connected).toBe(false);
  expect(await installOf(store.db, 4).readTokens()).toBeNull();
  // Whoever still holds the token gets nowhere with it.
  const holder = { accessToken: async () => token, refresh: async () => token };
  const session = open.install.hubspot.forPortal(4, holder);
  expect(await readAccount(session)).toMatchObject({ ok: false, failure: { code: 'unauthorized' } });
  // A pass that was under way ends, and what is known stays until it is erased.
  await workPortal(await open.sync());
  const { rows } = await sql`select 1 from deal where portal_id = 4`.execute(store.db);
  expect(rows).toHaveLength(before.length);
  expect(await disconnectPortal(leaving)).toEqual({ ok: true, value: undefined });
  expect(await actions(4)).toEqual([['disconnect portal', olga]]);
});

test('HubSpot out of reach leaves the connection and every row as they are', async () => {
  const { leaving } = await openPortal(5);
  const failure = { code: 'unavailable', status: 503, message: 'down' } as const;
  const session: Leaving['session'] = { ...leaving.session, call: async () => err(failure) };
  const before = await countRows(5);
  expect(await erasePortal({ ...leaving, session })).toEqual({ ok: false, failure });
  expect(await countRows(5)).toEqual(before);
});

test('an erased portal has no row in any table, its neighbour keeps all, and the tombstone names nobody', async () => {
  await openPortal(6);
  const { leaving } = await openPortal(7);
  const neighbour = await countRows(6);
  await sql`insert into property_conflict values (7, 'sideline_gap', 'string', 'number')`.execute(store.db);
  const before = await countRows(7);
  for (const table of ['deal', 'credit', 'owner', 'quota', 'win_model', 'written_property', 'token', 'role'])
    expect([table, before[table]]).toEqual([table, expect.any(Number)]);
  expect(await erasePortal(leaving)).toEqual({ ok: true, value: undefined });
  expect(await countRows(7)).toEqual({});
  expect(await countRows(6)).toEqual(neighbour);
  expect(await erasingOf(store.db, 7).readErased()).toEqual({
    id: 7,
    erasedAt: expect.any(Date),
    cause: 'ops',
  });
  // A pass that was at work wrote some more.
  await dirtyOwnersOf(store.db, 7).mark(['201']);
  await sweepErased(store.db);
  expect(await countRows(7)).toEqual({});
  expect(await countRows(6)).toEqual(neighbour);
});

test('an uninstall in HubSpot is seen when the token is refused, and after its days the data go', async () => {
  const open = await openPortal(8);
  // As an admin does it in HubSpot's settings, of which nobody tells us.
  expect(await uninstallApp(open.session)).toMatchObject({ ok: true });
  await expect(pullPortal(await open.sync())).rejects.toThrow('grant_rejected');
  expect((await installOf(store.db, 8).read())?.connected).toBe(false);
  const now = Date.now();
  await forgetOld(store.db, new Date(now + (retentionDays.disconnectedPortals - 1) * DAY_MS));
  expect(await countRows(8)).not.toEqual({});
  await forgetOld(store.db, new Date(now + (retentionDays.disconnectedPortals + 1) * DAY_MS));
  expect(await countRows(8)).toEqual({});
  expect(await erasingOf(store.db, 8).readErased()).toMatchObject({ cause: 'retention' });
});

test('old answers and old entries of the log are forgotten, younger ones stay', async () => {
  await openPortal(9);
  const now = new Date();
  const ago = (days: number) => new Date(now.getTime() - days * DAY_MS);
  const request = (key: string) => ({ userId: olga, key, digests: ['d'] as const });
  for (const [key, days] of [
    ['younger-key', retentionDays.answeredRequests - 1],
    ['older-key', retentionDays.answeredRequests + 1],
  ] as const)
    await answeredOf(store.db, 9).claim(request(key), ago(days));
  for (const days of [retentionDays.auditEntries - 1, retentionDays.auditEntries + 1])
    await auditOf(store.db, 9).add({ at: ago(days), userId: olga, action: `${days} days`, details: {} });
  await forgetOld(store.db, now);
  expect(await actions(9)).toEqual([[`${retentionDays.auditEntries - 1} days`, olga]]);
  const keys = await store.db
    .selectFrom('answered_request')
    .select('key')
    .where('portal_id', '=', 9)
    .execute();
  expect(keys).toEqual([{ key: 'younger-key' }]);
});
