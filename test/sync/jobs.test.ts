import { forPortal as installOf } from '../../src/install/store.ts';
import type { OpenDatabase } from '../../src/store/index.ts';
import { forPortal as eventsOf, listChangedPortals } from '../../src/sync/events/store.ts';
import { portalJobs } from '../../src/sync/index.ts';
import { openTestStore } from '../support/open-test-store.ts';

let store: OpenDatabase;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(async () => {
  await store.close();
});

test('events that a killed process stored and asked nobody to read are swept up', async () => {
  const { db } = store;
  const now = new Date();
  for (const portalId of [1, 2, 3]) {
    await installOf(db, portalId).connect(
      { name: 'P', timeZone: 'UTC', companyCurrency: 'EUR', installedBy: '1', scopes: [] },
      { access: 'a', refresh: 'r', expiresAt: now },
      now,
    );
  }
  await eventsOf(db, 1).note([{ type: 'deal', id: '7' }, { type: 'deal', id: '8' }]); // prettier-ignore
  await eventsOf(db, 3).note([{ type: 'deal', id: '7' }]);
  const sent: unknown[] = [];
  const jobs = portalJobs({
    queue: { send: async (name, payload) => void sent.push([name, payload]) },
    listPortals: async () => [1, 2, 3],
    listsOfWaiting: [() => listChangedPortals(db)],
    openPortal: async () => null,
    prepareAgendas: async () => {},
    pulse: { listDue: async () => [], tend: async () => {} },
    forgetOld: async () => {},
  });
  await jobs['sweep-portals']({});
  expect(sent).toEqual([
    ['work-portal', { portalId: 1 }],
    ['work-portal', { portalId: 3 }],
  ]);
});
