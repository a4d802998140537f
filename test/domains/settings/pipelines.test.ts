import { auditOf } from '../../../src/access/index.ts';
import { shownOn } from '../../support/portal-deals.ts';
import { people } from '../../support/small-company.ts';
import { withRenewals } from '../../support/second-pipeline.ts';
import { startService, type TestService } from '../../support/start-service.ts';
import { ask, newKey, tell } from './ask-settings.ts';

const olga = people.olga.userId;
let service: TestService;

beforeAll(async () => {
  service = await startService({ seed: withRenewals });
  await service.connect();
}, 120_000);
afterAll(() => service.stop(), 60_000);

const attainmentOn = (id: string) => shownOn(service.portal, id)['sideline_attainment'];
const entries = () => auditOf(service.sideline.database.db, service.portalId).listBefore(null, 50);

test('every pipeline counts until ops leave one out', async () => {
  const { body } = await ask(service, 'pipelines', olga);
  expect(body.pipelines).toEqual([
    { id: 'default', label: 'Sales Pipeline', counts: true, openDeals: 7, ownQuotas: 0 },
    { id: 'renewals', label: 'Renewals', counts: true, openDeals: 1, ownQuotas: 0 },
  ]);
  expect([attainmentOn('7001'), attainmentOn('7102')]).toEqual(['0.9100', '0.9100']);
});

test('whose numbers would move is shown, and nothing changes', async () => {
  const { body } = await tell(service, 'pipelines/preview', olga, { uncountedIds: ['renewals'] });
  expect(body).toEqual({
    isChange: true,
    headline: 'The numbers of 1 person move.',
    people: [{ name: 'Ana Ruiz', before: '273,000 EUR, 91 %', after: '213,000 EUR, 71 %' }],
    consequences: [
      '1 open deal of Renewals is no longer counted in attainment and forecast.',
      'Quotas that name their pipelines stay as they are.',
    ],
  });
  expect((await ask(service, 'pipelines', olga)).body.pipelines[1].counts).toBe(true);
  expect((await tell(service, 'pipelines/preview', olga, { uncountedIds: [] })).body.isChange).toBe(false);
});

test('what is chosen is carried out on every deal, told in the log, and once only', async () => {
  const before = (await entries()).length;
  const input = { uncountedIds: ['renewals', 'renewals'], key: newKey() };
  for (const key of [input.key, input.key, newKey()]) {
    const { body } = await tell(service, 'pipelines', olga, { ...input, key });
    expect(body.pipelines.map(({ counts }: { counts: boolean }) => counts)).toEqual([true, false]);
  }
  const [newest, ...others] = await entries();
  expect(newest).toMatchObject({
    userId: String(olga),
    action: 'choose pipelines',
    details: { leftOut: ['renewals'], before: [] },
  });
  expect(others).toHaveLength(before);
  await service.settled();
  expect([attainmentOn('7001'), attainmentOn('7102') ?? '']).toEqual(['0.7100', '']);
});

test('a quota that names the pipeline counts it all the same', async () => {
  const quota = { subjectKind: 'rep', subjectId: people.ana.ownerId, periodKey: '2026-Q4' };
  await tell(service, 'quotas', olga, {
    changes: [{ ...quota, pipelineIds: ['renewals'], amount: '100000' }],
  });
  await service.settled();
  expect(attainmentOn('7102')).toBe('0.6000');
  await tell(service, 'quotas', olga, { changes: [{ ...quota, pipelineIds: ['renewals'], amount: null }] });
});

test('one back in is as before', async () => {
  await tell(service, 'pipelines', olga, { uncountedIds: [] });
  await service.settled();
  expect([attainmentOn('7001'), attainmentOn('7102')]).toEqual(['0.9100', '0.9100']);
});

test.each([
  [['default', 'renewals'], 'One pipeline has to count at least. Leave one in.'],
  [['gone'], 'HubSpot has no pipeline gone. Look at the list anew.'],
])('%j is refused with the field', async (uncountedIds, message) => {
  for (const path of ['pipelines', 'pipelines/preview']) {
    const { status, body } = await tell(service, path, olga, { uncountedIds });
    expect([status, body.error]).toEqual([400, { code: 'bad_request', message, field: 'uncountedIds' }]);
  }
});
