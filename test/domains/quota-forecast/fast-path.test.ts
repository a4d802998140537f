import fc from 'fast-check';
import type { KyselyPlugin } from 'kysely';
import { createForecastService } from '../../../src/domains/forecast/index.ts';
import { createQuotaForecastService } from '../../../src/domains/quota-forecast/index.ts';
import { setScene } from '../../../src/domains/quota-forecast/scene.ts';
import { standInPeriod } from '../../../src/domains/quota-forecast/stand-in-period.ts';
import { createQuotaService, quotasOf } from '../../../src/domains/quota/index.ts';
import { rolesOf } from '../../../src/access/index.ts';
import { forPortal as installOf } from '../../../src/install/store.ts';
import { applyingTo, directoryOf } from '../../../src/mirror/index.ts';
import type { OpenDatabase } from '../../../src/store/index.ts';
import { creditedDeal, wonFacts } from '../../support/mirrored-deals.ts';
import { openTestStore } from '../../support/open-test-store.ts';

const portalId = 1;
const clock = { now: () => new Date('2026-11-24T09:42:00Z') };
const reps = ['201', '202', '203'];
const dealIds = ['1', '2', '3', '4'];
const userOf = (ownerId: string) => `1${ownerId}`;

let store: OpenDatabase;
let asked: string[] = [];

beforeAll(async () => {
  store = await openTestStore();
  const { db } = store;
  const account = { name: 'P', timeZone: 'Europe/Berlin', companyCurrency: 'EUR', scopes: [] };
  const tokens = { access: 'a', refresh: 'r', expiresAt: clock.now() };
  await installOf(db, portalId).connect({ ...account, installedBy: '9' }, tokens, clock.now());
  await installOf(db, portalId).markReady(clock.now());
  await directoryOf(db, portalId).saveOwners(
    reps.map((id) => ({
      id,
      userId: userOf(id),
      email: '',
      name: `Rep ${id}`,
      archived: false,
      teamId: null,
    })),
  );
  await directoryOf(db, portalId).replacePipelines(
    [{ id: 'default', label: 'Sales', displayOrder: 0 }],
    ['proposal', 'won', 'lost'].map((id, displayOrder) => ({
      id,
      pipelineId: 'default',
      label: id,
      displayOrder,
      probability: id === 'won' ? '1' : '0.4',
      isClosed: displayOrder > 0,
    })),
  );
  await applyingTo(db, portalId).apply(dealIds.map((id) => creditedDeal({ id })));
});
afterAll(async () => {
  await store.close();
});

const service = (plugins: readonly KyselyPlugin[] = []) => {
  const db = plugins.reduce((before, plugin) => before.withPlugin(plugin), store.db);
  return createQuotaForecastService({ db, clock, forecast: createForecastService({ db, clock }) });
};
/** Notes every statement that is sent. */
const spy: KyselyPlugin = {
  transformQuery: ({ node }) => {
    asked.push(node.kind);
    return node;
  },
  transformResult: ({ result }) => Promise.resolve(result),
};

test('a view is one question to the store, caller and install included', async () => {
  const warm = service([spy]);
  const view = async (ownerId: string, dealId: string) => {
    const caller = await warm.findCaller(portalId, userOf(ownerId), { dealId });
    return caller && warm.view(caller);
  };
  await view('201', '1');
  asked = [];
  for (const dealId of dealIds) for (const ownerId of [...reps, '777']) await view(ownerId, dealId);
  expect(asked).toHaveLength(dealIds.length * 4);
});

test('a portal that is not installed is not found, and neither is one that has gone', async () => {
  const warm = service();
  expect(await warm.findCaller(2, userOf('201'), { dealId: '1' })).toBeNull();
});

/** Something that changes what cards show. */
type Change = (seed: number) => Promise<unknown>;
const pick = <Value>(values: readonly Value[], seed: number): Value => values[seed % values.length] as Value;
const changes: Record<string, Change> = {
  deal: (seed) => {
    const isWon = seed % 3 === 0;
    const homeMinor = seed % 11 === 0 ? null : (seed % 90_000) * 100;
    const owner = pick(reps, seed);
    const splits = seed % 4 === 0 ? { [owner]: '0.6', [pick(reps, seed + 1)]: '0.4' } : {};
    const change = {
      id: pick(dealIds, seed),
      ownerId: owner,
      homeMinor,
      amount: homeMinor === null ? null : String(homeMinor / 100),
      modifiedAt: new Date(Date.UTC(2026, 10, 1) + (version += 1)),
      ...(isWon && { ...wonFacts, ...(seed % 5 === 0 && { closeAt: null }) }),
      ...(seed % 7 === 0 && { closeAt: new Date('2027-02-10T11:00:00Z') }),
    };
    return applyingTo(store.db, portalId).apply([creditedDeal(change, splits)]);
  },
  remove: (seed) => applyingTo(store.db, portalId).remove([pick(dealIds, seed)]),
  quota: (seed) =>
    quotasOf(store.db, portalId).saveQuotas([
      {
        subjectKind: 'rep',
        subjectId: pick(reps, seed),
        pipelineIds: seed % 5 === 0 ? ['renewals'] : null,
        periodKey: pick(['2026-Q4', '2026', '2027-Q1', '2026-11'], seed >> 2),
        source: pick(['typed', 'goal'], seed >> 4),
        amountMinor: (seed % 50_000) * 100,
      },
    ]),
  person: (seed) =>
    quotasOf(store.db, portalId).savePeople([
      {
        ownerId: pick(reps, seed),
        teamId: null,
        managerId: pick([null, ...reps], seed >> 2),
        startsOn: pick([null, '2026-11-02'], seed >> 4),
        endsOn: null,
        rampMonths: seed % 4,
      },
    ]),
  portal: (seed) =>
    installOf(store.db, portalId).choose({ sharingLevel: pick(['everyone', 'team', 'cards'], seed) }),
  role: (seed) => rolesOf(store.db, portalId).grant(roleOf(seed)),
  withdraw: (seed) => rolesOf(store.db, portalId).withdraw(roleOf(seed).userId, 'ops'),
};
let version = 0;
const roleOf = (seed: number) => ({
  userId: userOf(pick(reps, seed)),
  role: 'ops' as const,
  grantedBy: '9',
  grantedAt: clock.now(),
});

test('what is kept in memory never shows: after any change a view is what a fresh process says, and the figures are those of the quota domain', async () => {
  const warm = service();
  const quota = createQuotaService({ db: store.db, clock });
  const step = fc.tuple(fc.constantFrom(...Object.keys(changes)), fc.nat(1_000_000));
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
      for (const [name, seed] of steps) {
        await changes[name]?.(seed);
        const dealId = pick(dealIds, seed);
        for (const ownerId of reps) {
          const request = [portalId, userOf(ownerId), { dealId }] as const;
          const caller = await warm.findCaller(...request);
          const cold = service();
          const fresh = await cold.findCaller(...request);
          if (!caller || !fresh) throw new Error('the portal is installed');
          expect(await warm.view(caller)).toEqual(await cold.view(fresh));
          const scene = setScene(caller, clock.now());
          if (!scene.ok || !scene.value.subject) continue;
          const { portal, subject, present } = scene.value;
          const { credits, ...figures } = standInPeriod(scene.value, subject, present).attainment;
          const { credits: each, ...slow } = (await quota.measure(portal, subject, present)).attainment;
          expect(figures).toEqual(slow);
          expect(credits.length).toBeLessThanOrEqual(each.length);
        }
      }
    }),
    { numRuns: 12 },
  );
});
