import { Button, ErrorState, LoadingButton, LoadingSpinner, ToggleGroup } from '@hubspot/ui-extensions';
import { jest } from '@jest/globals';
import { Pulse } from '../../../extensions/src/app/pages/home/coaching/pulse/Pulse.tsx';
import type { PulseView } from '../../../src/contract/index.ts';
import { eventually } from '../eventually.ts';
import { openSection, refusal, type Answers } from './open-section.tsx';

afterEach(() => jest.restoreAllMocks());

const view = (change: Partial<PulseView> = {}): PulseView => ({
  state: 'consent',
  takesPart: false,
  quarterLabel: 'October to December 2026',
  terms: ['What is kept.', 'Swapped with chance 1 in 3.', 'Who sees what.', 'You can stop.'],
  questions: [
    { topic: 'expectations', words: 'I know what is expected.', agendaWords: 'What we expect' },
    { topic: 'growth', words: 'Talking helps me.', agendaWords: 'How our talks help' },
    { topic: 'candour', words: 'I can say what goes wrong.', agendaWords: 'When something goes wrong' },
  ],
  scale: ['Never', 'Seldom', 'Sometimes', 'Mostly', 'Always'],
  trend: [],
  groups: null,
  ...change,
});
const at = 'GET /home/coaching/pulse';
const to = 'POST /home/coaching/pulse';
const trend = [
  { quarterLabel: 'July to September 2026', score: 'Mostly', change: null },
  { quarterLabel: 'October to December 2026', score: 'Always', change: 'up' },
];

const open = async (shown: PulseView, answers: Answers = {}) => {
  const page = openSection(Pulse, { [at]: shown, ...answers });
  await page.reads('Pulse');
  return page;
};
type Page = Awaited<ReturnType<typeof open>>;
const press = (page: Page, words: string) => {
  const button =
    page.renderer.maybeFind(LoadingButton, ({ text }) => text === words) ??
    page.renderer.find(Button, ({ text }) => text === words);
  button.trigger('onClick');
};

test('off: says so and who can change it, and asks nothing', async () => {
  const page = await open(view({ state: 'off' }));
  expect(page.text()).toContain('The pulse is off in this account. Ops can switch it on');
  expect(page.renderer.findAll(ToggleGroup)).toEqual([]);
});

test('asked for consent: every term is read before the one button', async () => {
  const page = await open(view(), { [to]: view({ state: 'questions', takesPart: true }) });
  for (const term of view().terms) expect(page.text()).toContain(term);
  press(page, 'Yes, take part');
  await page.reads('I know what is expected.');
  expect(page.calls.at(-1)).toMatchObject({ method: 'POST', body: { change: 'consent' } });
});

test('three questions, sent together once all are answered: four clicks', async () => {
  const page = await open(view({ state: 'questions', takesPart: true }), {
    [to]: view({ state: 'answered', takesPart: true, trend }),
  });
  const send = () => page.renderer.find(LoadingButton, ({ text }) => text === 'Send my answers');
  const groups = page.renderer.findAll(ToggleGroup);
  expect(groups.map(({ props }) => [props.label, props.value])).toEqual([
    ['I know what is expected.', ''],
    ['Talking helps me.', ''],
    ['I can say what goes wrong.', ''],
  ]);
  for (const [index, score] of ['4', '5', '2'].entries()) {
    expect(send().props.disabled).toBe(true);
    page.renderer.findAll(ToggleGroup)[index]?.trigger('onChange', score as never);
  }
  await eventually(() => expect(send().props.disabled).toBe(false));
  send().trigger('onClick');
  await page.reads('You have answered for October to December 2026');
  expect(page.calls.at(-1)?.body).toMatchObject({
    change: 'answer',
    answers: { expectations: 4, growth: 5, candour: 2 },
  });
  expect(page.alerts()).toEqual(['Thank you. Nobody is told that you answered.']);
  expect(page.text()).toContain('October to December 2026: Always, up');
});

test('stopping is asked twice, and takes the own trend along', async () => {
  const page = await open(view({ state: 'answered', takesPart: true, trend }), { [to]: view() });
  press(page, 'Stop taking part');
  await page.reads('Your consent and all your answers are deleted');
  press(page, 'Go on taking part');
  await eventually(() => press(page, 'Stop taking part'));
  await page.reads('Delete and stop');
  press(page, 'Delete and stop');
  await page.reads('Do you want to take part');
  expect(page.calls.at(-1)?.body).toMatchObject({ change: 'revoke' });
  expect(page.text()).not.toContain('Always, up');
});

test('a topic goes on the next 1:1 without an answer, consent or not', async () => {
  const page = await open(view(), {
    'POST /home/coaching/pulse/topic': { message: 'On the list for your next 1:1.' },
  });
  press(page, 'How our talks help');
  await eventually(() => expect(page.alerts()).toEqual(['On the list for your next 1:1.']));
  const { key, ...body } = page.calls.at(-1)?.body ?? {};
  expect([typeof key, body]).toEqual(['string', { topic: 'growth' }]);
});

test('without a manager nobody is asked; whoever said yes may still stop', async () => {
  const page = await open(view({ state: 'noManager', takesPart: true }));
  expect(page.text()).toContain('nobody is set as yours');
  expect(page.text()).toContain('Stop taking part');
});

test('the words of the groups, or that there are none yet', async () => {
  const none = await open(view({ groups: [] }));
  expect(none.text()).toContain('Nothing has been published of the people below you yet');
  jest.restoreAllMocks();
  const page = await open(
    view({
      state: 'noManager',
      groups: [
        {
          name: 'Everybody below you',
          quarters: [{ quarterLabel: 'July to September 2026', word: 'Mixed' }],
        },
        {
          name: 'Everybody below Maria Ruiz',
          quarters: [{ quarterLabel: 'July to September 2026', word: 'Not enough answers' }],
        },
      ],
    }),
  );
  expect(page.text()).toContain('Everybody below you | July to September 2026: Mixed');
  expect(page.text()).toContain('Everybody below Maria Ruiz | July to September 2026: Not enough answers');
  expect(page.text()).toContain('Chance is part of each word');
});

test('a refused change says why', async () => {
  const page = await open(view(), { [to]: refusal('conflict', 'The pulse is switched off.') });
  press(page, 'Yes, take part');
  await page.reads('The pulse is switched off.');
});

test('while it loads, when it fails, and for whoever has no part in it', async () => {
  const loading = openSection(Pulse, {});
  expect(loading.renderer.find(LoadingSpinner).props.label).toBe('Looking at the pulse');
  jest.restoreAllMocks();
  const failed = openSection(Pulse, { [at]: refusal('unavailable', 'Not now.') });
  await eventually(() => expect(failed.renderer.find(ErrorState)));
  expect(failed.text()).toContain('Not now.');
  jest.restoreAllMocks();
  const nobody = openSection(Pulse, { [at]: refusal('forbidden', 'No owner.') });
  await eventually(() => expect(nobody.renderer.findAll(LoadingSpinner)).toEqual([]));
  expect(nobody.text()).toBe('');
});
