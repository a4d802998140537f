import { listRiskReasons, type RiskFacts } from '../../../src/domains/forecast/index.ts';

const today = '2026-11-30';
const sound: RiskFacts = {
  hasAmount: true,
  closeOn: '2026-12-18',
  pushes: 0,
  quietSince: '2026-11-27',
  hasNextStep: true,
};
const keys = (facts: Partial<RiskFacts>) =>
  listRiskReasons({ ...sound, ...facts }, today).map(({ key }) => key);

test.each<[string, Partial<RiskFacts>, string[]]>([
  ['a deal that is looked after', {}, []],
  ['one that closes today', { closeOn: today }, []],
  ['one that was to close yesterday', { closeOn: '2026-11-29' }, ['past:2026-11-29']],
  ['one without a date', { closeOn: null }, ['noCloseDate']],
  ['one whose date moved once', { pushes: 1 }, []],
  ['one whose date moved twice', { pushes: 2 }, ['pushed:2']],
  ['one that is quiet for 20 days', { quietSince: '2026-11-10' }, []],
  ['one that is quiet for 21 days', { quietSince: '2026-11-09' }, ['quiet:2026-11-09']],
  ['one without a next step', { hasNextStep: false }, ['noNextStep']],
  ['one without an amount', { hasAmount: false }, ['noAmount']],
  [
    'one that nobody looks after, the most pressing first',
    { hasAmount: false, closeOn: '2026-11-01', pushes: 3, quietSince: '2026-10-01', hasNextStep: false },
    ['past:2026-11-01', 'pushed:3', 'quiet:2026-10-01', 'noNextStep', 'noAmount'],
  ],
])('%s', (_which, facts, expected) => {
  expect(keys(facts)).toEqual(expected);
});

test('each reason names the field and the fix', () => {
  const reasons = listRiskReasons({ ...sound, quietSince: '2026-10-28', pushes: 2 }, today);
  expect(reasons).toEqual([
    {
      key: 'pushed:2',
      words: 'close date moved back 2 times',
      field: 'closedate',
      fix: 'confirm it with the buyer',
    },
    {
      key: 'quiet:2026-10-28',
      words: 'no activity since 28 Oct 2026',
      field: 'notes_last_updated',
      fix: 'book one',
    },
  ]);
});
