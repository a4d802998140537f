import { describeStanding } from '../../../src/domains/quota-forecast/describe-standing.ts';
import { measurePace } from '../../../src/domains/quota/measure-pace.ts';
import { measurePerson } from '../../../src/domains/quota/measure-person.ts';
import { ratio, type Ratio } from '../../../src/kernel/ratio.ts';
import type { Credit, Exclusion, Quota } from '../../../src/domains/quota/types.ts';
import { at, berlin, credit, eur, q4 } from '../quota/examples.ts';

const quota = (amount: number, change: Partial<Quota> = {}): Quota => ({
  pipelineIds: null,
  periodKey: '2026-Q4',
  amount: eur(amount),
  source: 'typed',
  ...change,
});

interface Example {
  readonly quotas?: readonly Quota[];
  readonly credits?: readonly Credit[];
  readonly exclusions?: readonly Exclusion[];
  readonly startDate?: string;
  readonly now?: Date;
  readonly isViewer?: boolean;
  readonly isOps?: boolean;
  readonly seasonality?: readonly Ratio[];
}

function describeExample({
  quotas = [quota(66_000)],
  credits = [credit({ amount: eur(19_000) })],
  exclusions = [],
  startDate,
  now = at('2026-11-24T10:00'),
  isViewer = true,
  isOps = false,
  seasonality,
}: Example) {
  const standing = measurePerson({
    employment: { startDate: startDate ?? null, endDate: null, rampMonths: 0 },
    quotas,
    credits,
    exclusions,
    uncountedPipelineIds: [],
    calendar: berlin,
    period: q4,
    currency: 'EUR',
  });
  const measured = standing.attainment.standing;
  const pace = measured.ok
    ? measurePace({ ...measured.value, calendar: berlin, period: q4, now, seasonality: seasonality ?? null })
    : null;
  return describeStanding({ person: { name: 'Ana Ruiz', isViewer }, standing, pace, isOps });
}

const excluded: Exclusion = { dealId: '9', ownerId: 'ana', reason: 'noAmount', periodKey: '2026-Q4' };

test.each<[string, Example, object]>([
  [
    // 38 of 66 working days are gone: 19,000 in 38 is 500 a day, 33,000 in 66; 47,000 in 28 are needed.
    'in the middle of the quarter',
    {},
    {
      headline: 'You are at 29 %',
      attainment: { value: 0.29, text: '29 %' },
      progress: '19,000 of 66,000 EUR',
      pace: 'On pace for 50 %',
      needed: '1,679 EUR a working day needed, you run at 500',
    },
  ],
  [
    // October's fifth and 16 of November's 21 days of another are gone: 37/105, so 53,919 by the end.
    'in a company that wins most in the last month',
    { seasonality: [ratio(1, 5), ratio(1, 5), ratio(3, 5)] },
    { pace: 'On pace for 50 %', remarks: ["As your company's periods usually go: on pace for 82 %."] },
  ],
  [
    'in a company without a season worth a word',
    { seasonality: [ratio(1, 3), ratio(1, 3), ratio(1, 3)] },
    { remarks: [] },
  ],
  [
    'of somebody else',
    { isViewer: false },
    {
      headline: 'Ana Ruiz is at 29 %',
      needed: '1,679 EUR a working day needed, running at 500',
    },
  ],
  [
    'on the first day there is no pace yet',
    { now: at('2026-10-01T00:00'), credits: [] },
    { headline: 'You are at 0 %', pace: null, needed: '1,000 EUR a working day needed' },
  ],
  [
    'on the last evening no day is left, but its own',
    { now: at('2026-12-31T23:00') },
    { needed: '47,000 EUR a working day needed, you run at 292' },
  ],
  ['met', { credits: [credit({ amount: eur(66_000) })] }, { headline: 'You are at 100 %', needed: null }],
  [
    'more than met',
    { credits: [credit({ amount: eur(99_000) })] },
    { headline: 'You are at 150 %', needed: null },
  ],
  ['an example', { quotas: [quota(66_000, { source: 'example' })] }, { isExampleQuota: true }],
  [
    'reduced',
    { startDate: '2026-11-01' },
    {
      progress: '19,000 of 44,000 EUR',
      remarks: ['Ramp, start or leave reduce the quota to 67 % of the full one.'],
    },
  ],
  [
    'with what was taken back, what stands beside it and what is missing',
    {
      credits: [
        credit({ amount: eur(20_000) }),
        credit({ amount: eur(-1_000), kind: 'reversal' }),
        credit({ amount: eur(7_000), track: 'overlay' }),
      ],
      exclusions: [excluded],
    },
    {
      progress: '19,000 of 66,000 EUR',
      remarks: [
        'Includes -1,000 EUR of deals that were won before and reopened since.',
        'Overlay credit beside it: 7,000 EUR.',
        '1 won deal is not counted: it has no amount or no close date.',
      ],
    },
  ],
  [
    'with two that are missing',
    { exclusions: [excluded, { ...excluded, reason: 'noCloseDate', periodKey: null }] },
    { remarks: ['2 won deals are not counted: they have no amount or no close date.'] },
  ],
])('a standing is put into words: %s', (_case, example, expected) => {
  expect(describeExample(example)).toMatchObject({ kind: 'measured', ...expected });
});

test.each<[string, Example, string, string]>([
  [
    'no quota',
    { quotas: [] },
    'Sideline has no quota for you yet.',
    'Ops can add it in two minutes, in a HubSpot goal or a quota file. Won so far: 19,000 EUR.',
  ],
  [
    'no quota of a report, asked by ops',
    { quotas: [], isViewer: false, isOps: true },
    'Sideline has no quota for Ana Ruiz yet.',
    'You can add it in two minutes, in a HubSpot goal or a quota file. Won so far: 19,000 EUR.',
  ],
  [
    'a quota of nothing',
    { quotas: [quota(0)] },
    'You carry no quota in this period.',
    'Won so far: 19,000 EUR.',
  ],
  [
    'a quota of nothing of a report',
    { quotas: [quota(0)], isViewer: false },
    'Ana Ruiz carries no quota in this period.',
    'Won so far: 19,000 EUR.',
  ],
  [
    'a quota for October alone',
    { quotas: [quota(1, { periodKey: '2026-10' })] },
    'Your quota is incomplete.',
    'Some months of this period have a quota, others have none. Won so far: 19,000 EUR.',
  ],
  [
    'two quotas of one pipeline',
    { quotas: [quota(1, { pipelineIds: ['a', 'b'] }), quota(1, { pipelineIds: ['b'] })], isViewer: false },
    'The quota of Ana Ruiz is incomplete.',
    'Two quotas count the same pipeline. Won so far: 19,000 EUR.',
  ],
])('where nothing can be measured the card says what to do: %s', (_case, example, headline, nextStep) => {
  expect(describeExample(example)).toEqual({ kind: 'notSetUp', headline, nextStep });
});
