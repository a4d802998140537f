import { auditOf } from '../../src/access/index.ts';
import { starterRubric } from '../../src/domains/coaching/index.ts';
import { quotasOf } from '../../src/domains/quota/index.ts';
import { forPortal as erasingOf } from '../../src/install/erasing/store.ts';
import { inTransaction } from '../../src/store/index.ts';
import { outboxOf } from '../../src/sync/index.ts';
import { people } from '../support/small-company.ts';
import { withRenewals } from '../support/second-pipeline.ts';
import { startService, type TestService } from '../support/start-service.ts';
import { ask, tell } from '../domains/settings/ask-settings.ts';
import { forPortal as pulseOf } from '../../src/domains/coaching/pulse/store.ts';
import { knock } from './knock.ts';
import { snapshot } from './second-portal.ts';

type Input = Record<string, unknown>;

const { ana, ben, maria, olga } = people;
let service: TestService;

/** Maria is a super admin too, and not yet ops. */
function company() {
  const seed = withRenewals();
  return {
    ...seed,
    users: seed.users.map((user) => (user.userId === maria.userId ? { ...user, superAdmin: true } : user)),
  };
}

beforeAll(async () => {
  service = await startService({ seed: company });
  await service.connect();
}, 240_000);
afterAll(() => service.stop(), 60_000);

const db = () => service.sideline.database.db;
const entries = () => auditOf(db(), service.portalId).listBefore(null, 1_000);
const digestOf = async (path: string, input: Input): Promise<Input> => {
  const { body } = await tell(service, path, olga.userId, input);
  return { ...input, digest: body.digest as string };
};

const ofAna = { subjectKind: 'rep', subjectId: ana.ownerId, pipelineIds: null, periodKey: '2026-Q4' };
const csv =
  'owner,team,pipeline,period_start,period,amount,currency\nben@example.com,,,2026-10-01,quarter,260000,EUR';
const named = 'Harbour Instruments';

/** For every change that a route may make: an input with which it makes one, in an order in which each still can. */
const changes: Readonly<Record<string, () => Input | Promise<Input>>> = {
  '/settings/setup/confirm': () => ({ step: 'invite' }),
  '/settings/people': () =>
    digestOf('people/preview', { changes: [{ ownerId: ana.ownerId, managerId: maria.ownerId }] }),
  '/settings/quotas': () => ({ changes: [{ ...ofAna, amount: '310000' }] }),
  '/settings/quotas/paste': () => digestOf('quotas/paste/preview', { csv, mode: 'add' }),
  '/settings/quotas/suggestions': async () => {
    const suggested = { ...ofAna, subjectKind: 'rep', periodKey: '2026-Q1', source: 'example' } as const;
    await quotasOf(db(), service.portalId).saveQuotas([{ ...suggested, amountMinor: 500 }]);
    return { periodKey: '2026-Q1', ownerIds: null };
  },
  '/settings/calendar': () => ({ periodKind: 'month', fiscalStartMonth: 1 }),
  '/settings/pipelines': () => ({ uncountedIds: ['renewals'] }),
  '/settings/sharing': () => ({ level: 'cards' }),
  '/settings/coaching/pulse': () => ({ isOn: true }),
  '/settings/people/copy': () => ({ ownerId: ana.ownerId }),
  '/settings/coaching/retention': () => ({ months: 36 }),
  '/settings/features': async () => {
    const { body } = await ask(service, 'features', olga.userId);
    const { id } = body.features.find(({ title }: { title: string }) => title === 'Deal splits');
    return { id, isOn: false };
  },
  '/settings/coaching/policy': () => ({
    cadence: 'monthly',
    weekHours: 38,
    weekPercent: 25,
    rules: [{ ruleId: 'staleDeal', isOn: false }],
  }),
  '/settings/coaching/rubrics': () => ({ rubricId: null, version: 0, rubric: starterRubric }),
  '/settings/coaching/rubrics/withdraw': async () => {
    const { body } = await ask(service, 'coaching/rubrics', olga.userId);
    const [{ rubricId, version }] = body.rubrics;
    return { rubricId, version };
  },
  '/settings/sync/check': () => ({}),
  '/settings/writes/start': () => ({ hasSeenPlan: true }),
  '/settings/writes/pause': () => ({}),
  '/settings/sync/retry': async () => {
    // Writing is paused, so that no pass sends it in between.
    await inTransaction(db(), async (trx) => {
      const outbox = outboxOf(trx, service.portalId);
      await outbox.put([{ recordId: '7001', desired: { sideline_period: '2026-Q4' } }]);
      for (const row of await outbox.readWaiting(10)) await outbox.park(row, 'VALIDATION_ERROR', 'Locked');
    });
    return { recordId: null };
  },
  '/settings/writes/resume': () => ({}),
  '/settings/writes/property': () => ({ name: 'sideline_open_actions', isOn: true }),
  '/settings/writes/remove': () => ({ confirm: 'remove' }),
  '/settings/roles/claim': () => ({}),
  '/settings/roles/grant': () => ({ userId: String(ben.userId) }),
  '/settings/roles/withdraw': () => ({ userId: String(ben.userId) }),
  '/settings/people/erase': () => ({ ownerId: ben.ownerId, confirm: 'Ben Ruiz' }),
  '/settings/portal/disconnect': () => ({ confirm: named, removeProperties: false }),
  '/settings/portal/erase': () => ({ confirm: named, removeProperties: false }),
};
/** What is done without an entry and without a remembered request, and why. */
const untraced: Readonly<Record<string, { readonly why: string; readonly inputs: readonly Input[] }>> = {
  '/home/coaching/pulse': {
    why: 'nobody sees who said yes to the pulse or answered it, and ops read the log',
    inputs: [
      { change: 'consent' },
      { change: 'answer', answers: { expectations: 4, growth: 5, candour: 3 } },
      { change: 'revoke' },
    ],
  },
};
const asker = (path: string): number => (path === '/settings/roles/claim' ? maria.userId : olga.userId);
const isPreview = (path: string): boolean => path.endsWith('/preview');
const send = (path: string, input: Input) =>
  tell(service, path.replace('/settings/', ''), asker(path), input);

test('every route by which ops may change something is asked here, or is a preview', () => {
  const may = service.sideline.routes
    .filter(
      ({ method, path, audience }) =>
        method === 'POST' && (audience === 'ops' || path.startsWith('/settings/')),
    )
    .map(({ path }) => path);
  expect(may.filter((path) => !isPreview(path)).sort()).toEqual(Object.keys(changes).sort());
  expect(may.filter(isPreview).length).toBeGreaterThan(2);
});

test('a preview changes nothing and leaves no entry', async () => {
  await service.settled();
  const kept = async () => ({ ...(await snapshot(db(), service.portalId)), answered_request: [] });
  const before = await kept();
  await digestOf('people/preview', { changes: [{ ownerId: ana.ownerId, managerId: maria.ownerId }] });
  await digestOf('quotas/paste/preview', { csv, mode: 'add' });
  await send('/settings/pipelines/preview', { uncountedIds: ['renewals'] });
  expect(await kept()).toEqual(before);
});

// One after the other in the order of the table, which ends with leaving.
test.each(Object.keys(changes).filter((path) => !path.startsWith('/settings/portal/')))(
  '%s leaves an entry that says who and what',
  async (path) => {
    const input = (await changes[path]?.()) ?? {};
    const before = (await entries())[0]?.id ?? 0;
    const { status, body } = await send(path, input);
    expect([path, status, body.error]).toEqual([path, 200, undefined]);
    const added = (await entries()).filter(({ id, userId }) => id > before && userId !== null);
    expect([...new Set(added.map(({ userId }) => userId))]).toEqual([String(asker(path))]);
    const { body: log } = await ask(service, 'audit', olga.userId);
    // An action without words of its own would be shown as it is called.
    expect(added.map(({ action }) => action)).not.toContain(log.entries[0].action.toLowerCase());
  },
);

test('what leaves no trace is listed here with the reason', () => {
  const traceless = service.sideline.routes.filter(({ leavesNoTrace }) => leavesNoTrace);
  expect(traceless.map(({ path }) => path)).toEqual(Object.keys(untraced));
});

test.each(Object.keys(untraced))('%s leaves no entry and no remembered request', async (path) => {
  const { portalId } = service;
  const people = { ownerId: ana.ownerId, teamId: null, startsOn: null, endsOn: null, rampMonths: 0 };
  await quotasOf(db(), portalId).savePeople([{ ...people, managerId: maria.ownerId }]);
  await inTransaction(db(), (trx) => pulseOf(trx, portalId).switch(true));
  const kept = async () => {
    const { answered_request } = await snapshot(db(), portalId);
    return { answered_request, done: (await entries()).filter(({ userId }) => userId !== null) };
  };
  const before = await kept();
  for (const input of untraced[path]?.inputs ?? [])
    for (const key of ['the-same-key', 'the-same-key']) {
      const body = JSON.stringify({ ...input, key: `${key}-${String(input['change'])}` });
      const { status } = await knock(service, { method: 'POST', path, body, asker: { userId: ana.userId } });
      expect([input, status]).toEqual([input, 200]);
    }
  expect(await kept()).toEqual(before);
});

test("a person's own export says whether they take part in the pulse, that of ops is the same either way", async () => {
  const post = (input: Input) =>
    knock(service, {
      method: 'POST',
      path: '/home/coaching/pulse',
      body: JSON.stringify({ ...input, key: 'another-key' }),
      asker: { userId: ana.userId },
    });
  const exported = async (path: string, userId: number) => {
    const { body } = await ask(service, path, userId);
    return (JSON.parse(body.json as string) as { held: Record<string, unknown> }).held;
  };
  const byOps = () => exported(`export/person?ownerId=${ana.ownerId}`, olga.userId);
  await post({ change: 'revoke' });
  const before = await byOps();
  await post({ change: 'consent' });
  await post({ change: 'answer', answers: { expectations: 4, growth: 5, candour: 3 } });
  expect(await byOps()).toEqual(before);
  const own = await exported('about-me/export', ana.userId);
  expect(own['pulse']).toMatchObject({ takesPart: true, answers: [{ answers: { expectations: 4 } }] });
});

test('disconnecting leaves an entry; after erasing, what is left says that and when', async () => {
  const path = '/settings/portal/disconnect';
  expect((await send(path, (await changes[path]?.()) ?? {})).status).toBe(200);
  expect((await entries())[0]).toMatchObject({
    userId: String(olga.userId),
    action: 'disconnect portal',
  });
  await service.connect();
  const last = '/settings/portal/erase';
  expect((await send(last, (await changes[last]?.()) ?? {})).status).toBe(200);
  expect(await erasingOf(db(), service.portalId).readErased()).toMatchObject({ cause: 'ops' });
});
