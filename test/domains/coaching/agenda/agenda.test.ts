import fc from 'fast-check';
import { buildAgenda } from '../../../../src/domains/coaching/agenda/build-agenda.ts';
import {
  nameRule,
  readRuleSettings,
  type RuleChoice,
} from '../../../../src/domains/coaching/agenda/read-rule-settings.ts';
import { agendaRules } from '../../../../src/domains/coaching/agenda/rules.ts';
import type {
  AgendaFacts,
  DealFacts,
  OpenAction,
  RuleSettings,
} from '../../../../src/domains/coaching/agenda/types.ts';
import { ratio } from '../../../../src/kernel/ratio.ts';

const settingsOf = (...choices: RuleChoice[]): RuleSettings => {
  const read = readRuleSettings(choices);
  if (!read.ok) throw new Error(JSON.stringify(read.failure));
  return read.value;
};
const normal = settingsOf();
const facts = (change: Partial<AgendaFacts> = {}): AgendaFacts => ({
  today: '2026-11-24',
  names: { manager: 'You', rep: 'Ana' },
  ownLines: [],
  actions: [],
  heldOn: [],
  attainment: null,
  deals: [],
  wins: [],
  lowestSkill: null,
  disagreedNotes: [],
  requests: [],
  ...change,
});
const deal = (dealId: string, change: Partial<DealFacts> = {}): DealFacts => ({
  dealId,
  name: `Deal ${dealId}`,
  amountMinor: 100,
  closeOn: '2027-06-30',
  pushes: 0,
  quietSince: '2026-11-23',
  hasNextStep: true,
  risks: [],
  ...change,
});
const action = (id: string, by: 'manager' | 'rep', dueOn: string | null): OpenAction => ({
  id,
  words: `do ${id}`,
  by,
  agreedOn: '2026-11-01',
  dueOn,
  dealId: null,
});

test('nothing to say is an empty agenda', () => {
  expect(buildAgenda(facts(), normal)).toEqual({
    ownLines: [],
    promisesNotKept: [],
    openActions: [],
    lines: [],
    linesLeftOut: 0,
    wins: [],
    skill: null,
  });
});

test('promises past their day come first by the manager, then by day; the others wait below', () => {
  const agenda = buildAgenda(
    facts({
      actions: [
        action('a', 'rep', '2026-11-01'),
        action('b', 'manager', '2026-11-23'),
        action('c', 'manager', '2026-11-10'),
        action('d', 'rep', '2026-11-24'),
        action('e', 'manager', null),
      ],
      heldOn: ['2026-11-01', '2026-11-08', '2026-11-15'],
    }),
    normal,
  );
  expect(agenda.promisesNotKept.map(({ id, words }) => [id, words])).toEqual([
    ['action:c', 'You: do c'],
    ['action:b', 'You: do b'],
    ['action:a', 'Ana: do a'],
  ]);
  expect(agenda.openActions.map(({ id }) => id)).toEqual(['action:e', 'action:d']);
  expect(agenda.promisesNotKept[0]).toMatchObject({
    rule: 'Agreed, and past its day',
    timesCarried: 2,
    by: 'manager',
  });
});

test('what is unfinished is never lost: not by grace, not by switching the rule off', () => {
  const actions = [action('a', 'rep', '2026-11-20'), action('b', 'rep', '2026-11-21')];
  const patient = buildAgenda(facts({ actions }), settingsOf({ ruleId: 'promiseNotKept', threshold: 3 }));
  expect(patient.promisesNotKept.map(({ id, rule }) => [id, rule])).toEqual([
    ['action:a', 'Agreed, and more than 3 days past its day'],
  ]);
  expect(patient.openActions.map(({ id }) => id)).toEqual(['action:b']);
  const off = buildAgenda(facts({ actions }), settingsOf({ ruleId: 'promiseNotKept', isOn: false }));
  expect(off.promisesNotKept).toEqual([]);
  expect(off.openActions).toHaveLength(2);
});

test.each<[string, Partial<DealFacts>, string | null, string]>([
  ['a quiet deal', { quietSince: '2026-11-03' }, 'staleDeal', 'Deal 7: nothing happened for 21 days'],
  ['a day less quiet', { quietSince: '2026-11-04' }, null, ''],
  ['moved twice', { pushes: 2 }, 'closeDatePushed', 'Deal 7: the close date moved back 2 times'],
  ['moved once', { pushes: 1 }, null, ''],
  [
    'no next step, closes in 30 days',
    { hasNextStep: false, closeOn: '2026-12-24' },
    'noNextStep',
    'Deal 7: closes on 24 Dec 2026, no next step planned',
  ],
  ['no next step, closes in 31 days', { hasNextStep: false, closeOn: '2026-12-25' }, null, ''],
  [
    'no next step, date past',
    { hasNextStep: false, closeOn: '2026-11-20' },
    'noNextStep',
    'Deal 7: was to close on 20 Nov 2026, no next step planned',
  ],
  ['no close date', { hasNextStep: false, closeOn: null }, null, ''],
  [
    'two reasons',
    { risks: ['no meeting in 21 days → book one', 'no amount → fill it in'] },
    'dealAtRisk',
    'Deal 7: no meeting in 21 days → book one; no amount → fill it in',
  ],
  ['one reason', { risks: ['no meeting in 21 days → book one'] }, null, ''],
])('%s', (_case, change, ruleId, words) => {
  const { lines } = buildAgenda(facts({ deals: [deal('7', change)] }), normal);
  expect(lines.map((line) => [line.ruleId, line.words, line.dealId])).toEqual(
    ruleId === null ? [] : [[ruleId, words, '7']],
  );
});

test('one line a deal, the most pressing rule first, the others beside it', () => {
  const { lines } = buildAgenda(
    facts({ deals: [deal('7', { pushes: 3, quietSince: '2026-10-01' })] }),
    normal,
  );
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatchObject({
    id: 'deal:7',
    ruleId: 'closeDatePushed',
    rule: 'The close date moved back 2 or more times',
    also: ['Nothing happened for 21 days or more'],
  });
});

test('at most five lines: disagreements, requests, pace, then deals by amount; the rest is counted', () => {
  const agenda = buildAgenda(
    facts({
      requests: [{ requestId: 'r', dealId: '9', words: 'A discount above 20 %' }],
      disagreedNotes: [{ noteId: 'n', dealId: '4', on: '2026-11-12' }],
      attainment: { share: ratio(45, 100), projected: ratio(80, 100) },
      deals: ['1', '2', '3', '4'].map((id) =>
        deal(id, { pushes: 2, amountMinor: id === '1' ? null : 100 * Number(id) }),
      ),
    }),
    normal,
  );
  expect(agenda.lines.map(({ id }) => id)).toEqual([
    'noteDisagreed:n',
    'coachingRequested:r',
    'behindPace',
    'deal:4',
    'deal:3',
  ]);
  expect(agenda.linesLeftOut).toBe(2);
  expect(agenda.lines[0]?.words).toBe('Deal 4: a note disagreed with on 12 Nov 2026');
  expect(agenda.lines[2]).toMatchObject({
    words: 'At 45 %, on pace for 80 %',
    rule: 'On pace for less than 90 % of the quota',
  });
});

test.each<[number | null, number]>([
  [89, 1],
  [90, 0],
  [null, 0],
])('on pace for %p %%: %i lines', (projected, count) => {
  const attainment = { share: ratio(1, 2), projected: projected === null ? null : ratio(projected, 100) };
  expect(buildAgenda(facts({ attainment }), normal).lines).toHaveLength(count);
});

test('wins since the last 1:1, or of the last 30 days, and the quota reached', () => {
  const wins = ['2026-10-20', '2026-10-26', '2026-11-20'].map((wonOn) => ({
    dealId: wonOn,
    name: 'Acme',
    wonOn,
  }));
  const ids = (change: Partial<AgendaFacts>) =>
    buildAgenda(facts({ wins, ...change }), normal).wins.map(({ id }) => id);
  expect(ids({})).toEqual(['dealWon:2026-10-26', 'dealWon:2026-11-20']);
  expect(ids({ heldOn: ['2026-10-01', '2026-11-17', '2026-11-24'] })).toEqual(['dealWon:2026-11-20']);
  expect(ids({ wins: [], attainment: { share: ratio(1), projected: null } })).toEqual(['quotaReached']);
});

test('the one skill, with what the next level looks like', () => {
  const skill = (nextAnchor: string | null) =>
    buildAgenda(facts({ lowestSkill: { name: 'Closing', level: 2, nextAnchor } }), normal).skill?.words;
  expect(skill('Leaves every talk with a dated step')).toBe(
    'Closing, at level 2. Next: Leaves every talk with a dated step',
  );
  expect(skill(null)).toBe('Closing, at the highest level');
});

test.each<[RuleChoice[], string, string]>([
  [[{ ruleId: 'weather' }], 'rules.0.ruleId', 'There is no rule weather. Choose one of the list.'],
  [
    [{ ruleId: 'staleDeal' }, { ruleId: 'staleDeal', isOn: false }],
    'rules.1.ruleId',
    'The rule staleDeal is set twice. Keep one of the two.',
  ],
  [
    [{ ruleId: 'staleDeal', threshold: 4 }],
    'rules.0.threshold',
    'Give a whole number of days from 5 to 120.',
  ],
  [
    [{ ruleId: 'behindPace', threshold: 90.5 }],
    'rules.0.threshold',
    'Give a whole number of percent from 50 to 100.',
  ],
  [
    [{ ruleId: 'lowestSkill', threshold: 1 }],
    'rules.0.threshold',
    'This rule has no threshold. Leave it out; the rule can only be switched.',
  ],
])('%j is refused', (choices, field, message) => {
  expect(readRuleSettings(choices)).toEqual({ ok: false, failure: [{ field, message }] });
});

test('ops switches and tunes; what is not named stays', () => {
  const settings = settingsOf({ ruleId: 'staleDeal', threshold: 10 }, { ruleId: 'noNextStep', isOn: false });
  expect(settings.staleDeal).toEqual({ threshold: 10 });
  expect(settings.noNextStep).toBeNull();
  expect(settings.behindPace).toEqual({ threshold: 90 });
});

test('every rule of the table reads as a sentence and its normal threshold is allowed', () => {
  for (const [ruleId, { threshold }] of Object.entries(agendaRules)) {
    expect(nameRule(ruleId as keyof typeof agendaRules, threshold?.normally ?? 0)).not.toContain('#');
    if (threshold !== null)
      expect(readRuleSettings([{ ruleId, threshold: threshold.normally }]).ok).toBe(true);
  }
});

test('whatever the facts: five lines at most, nothing counted twice or lost, no action lost, ids differ', () => {
  const day = fc.integer({ min: 1, max: 30 }).map((number) => `2026-11-${`${number}`.padStart(2, '0')}`);
  const anyDeal = fc.record({
    pushes: fc.nat(4),
    quietSince: day,
    hasNextStep: fc.boolean(),
    closeOn: fc.option(day),
    amountMinor: fc.option(fc.nat(1000)),
  });
  const anyAction = fc.record({
    by: fc.constantFrom('manager' as const, 'rep' as const),
    dueOn: fc.option(day),
  });
  fc.assert(
    fc.property(
      fc.array(anyDeal, { maxLength: 12 }),
      fc.array(anyAction, { maxLength: 8 }),
      (deals, actions) => {
        const given = facts({
          deals: deals.map((change, index) => deal(`${index}`, change)),
          actions: actions.map(({ by, dueOn }, index) => action(`${index}`, by, dueOn)),
        });
        const agenda = buildAgenda(given, normal);
        const raised = given.deals.filter(
          ({ pushes, quietSince, hasNextStep, closeOn }) =>
            pushes >= 2 ||
            quietSince <= '2026-11-03' ||
            (!hasNextStep && closeOn !== null && closeOn <= '2026-12-24'),
        );
        expect(agenda.lines.length).toBe(Math.min(5, raised.length));
        expect(agenda.lines.length + agenda.linesLeftOut).toBe(raised.length);
        const promises = [...agenda.promisesNotKept, ...agenda.openActions];
        expect(promises).toHaveLength(actions.length);
        const ids = [...agenda.lines, ...promises].map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        const byManager = agenda.promisesNotKept.map(({ by }) => by === 'manager');
        expect(byManager).toEqual(byManager.toSorted((one, other) => +other - +one));
        expect(
          buildAgenda(
            { ...given, deals: given.deals.toReversed(), actions: given.actions.toReversed() },
            normal,
          ),
        ).toEqual(agenda);
      },
    ),
  );
});
