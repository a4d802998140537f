import { quotasOf, reportsOf } from '../../../../src/domains/quota/index.ts';
import { forPortal as heldOf } from '../../../../src/domains/settings/privacy/store.ts';
import type { OpenDatabase } from '../../../../src/store/index.ts';
import { openTestStore } from '../../../support/open-test-store.ts';
import { putPortal } from '../../../support/put-portal.ts';

const portalId = 1;
let store: OpenDatabase;
beforeAll(async () => {
  store = await openTestStore();
  await putPortal(store.db, portalId);
});
afterAll(() => store.close());
beforeEach(async () => {
  await store.db.deleteFrom('person').execute();
  await store.db.deleteFrom('former_manager').execute();
});

const rest = { teamId: null, startsOn: null, endsOn: null, rampMonths: 0 };
const report = async (ownerId: string, managerId: string | null) => {
  await quotasOf(store.db, portalId).savePeople([{ ownerId, managerId, ...rest }]);
};
const read = async (ownerId: string) => (await reportsOf(store.db, portalId).read()).get(ownerId);

test('whom somebody reported to is kept with every change, and with no other', async () => {
  await report('ana', 'maria');
  await report('ana', 'maria');
  await quotasOf(store.db, portalId).savePeople([
    { ...rest, ownerId: 'ana', managerId: 'maria', rampMonths: 3 },
  ]);
  expect(await read('ana')).toMatchObject({ managerId: 'maria', former: [] });
  await report('ana', 'zoe');
  await report('ana', null);
  await report('ana', 'maria');
  const now = await read('ana');
  expect(now?.former.map(({ managerId }) => managerId)).toEqual(['maria', 'zoe', null]);
  expect(now?.managerId).toBe('maria');
  // The last one's end is when the present one began.
  expect(now?.former.at(-1)?.until).toEqual(now?.since);
});

test('whoever is erased has no former managers, and was nobody’s by name', async () => {
  await report('ana', 'maria');
  await report('maria', 'eva');
  await report('maria', 'zoe');
  expect(Object.keys(await heldOf(store.db, portalId).readHeld('eva', null))).toContain('formerManagers');
  expect((await heldOf(store.db, portalId).readHeld('eva', null))['formerManagers']).toMatchObject([
    { owner_id: 'maria', manager_id: 'eva' },
  ]);
  await heldOf(store.db, portalId).eraseHeld('maria', null, 'erased');
  expect(await read('maria')).toBeUndefined();
  // Until when Ana had a manager stays, so that nobody above learns what came later.
  expect(await read('ana')).toMatchObject({ managerId: null, former: [{ managerId: null }] });
  const rows = await store.db.selectFrom('former_manager').select(['owner_id', 'manager_id']).execute();
  expect(JSON.stringify(rows)).not.toContain('maria');
});
