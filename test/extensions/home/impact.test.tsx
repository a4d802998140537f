import {
  ErrorState,
  LoadingButton,
  LoadingSpinner,
  StatisticsItem,
  Tag,
  ToggleGroup,
} from '@hubspot/ui-extensions';
import { jest } from '@jest/globals';
import { Impact } from '../../../extensions/src/app/pages/home/coaching/impact/Impact.tsx';
import type { ImpactView } from '../../../src/contract/index.ts';
import { eventually } from '../eventually.ts';
import { openSection, refusal } from './open-section.tsx';

afterEach(() => jest.restoreAllMocks());

const view = (change: Partial<ImpactView> = {}): ImpactView => ({
  state: 'unchosen',
  sentence: 'Choose first what coaching is to be judged by.',
  metric: null,
  choices: [
    { id: 'attainment', title: 'Attainment', sentence: 'Won credit of the quota.' },
    { id: 'winRate', title: 'Win rate', sentence: 'Won of closed.' },
  ],
  notice: 'Results count from the quarter after this one on.',
  figures: null,
  method: ['How it is done.'],
  moves: {
    finished: { deals: 3, moved: 2 },
    unfinished: { deals: 3, moved: 1 },
    sentence: 'Moved on within 14 days: 2 of 3 deals. A tally, not proof.',
  },
  ...change,
});
const chosen = { id: 'attainment', title: 'Attainment', chosenLabel: 'Chosen 12 Nov 2026' } as const;
const at = 'GET /home/coaching/impact';

test('nothing chosen: what to do first, and the tally marked as no proof', async () => {
  const page = openSection(Impact, {
    [at]: view(),
    'POST /home/coaching/impact': view({ state: 'notEnough', metric: chosen, sentence: '2 more quarters.' }),
  });
  await page.reads('Choose first what coaching is to be judged by.');
  expect(page.renderer.find(Tag).text).toBe('not proof');
  expect(page.text()).toContain('Results count from the quarter after this one on.');
  const choose = () => page.renderer.find(LoadingButton);
  expect(choose().props.disabled).toBe(true);
  page.renderer.find(ToggleGroup).trigger('onChange', 'attainment' as never);
  await eventually(() => expect(choose().props.disabled).toBe(false));
  choose().trigger('onClick');
  await page.reads('2 more quarters.');
  expect(page.calls.at(-1)?.body).toMatchObject({ metric: 'attainment' });
  expect(page.text()).toContain('Judged by Attainment. Chosen 12 Nov 2026.');
});

test('measured: the effect with its interval, how many, where both stood before', async () => {
  const page = openSection(Impact, {
    [at]: view({
      state: 'measured',
      metric: chosen,
      sentence: 'In attainment, coached reps gained 3 points more.',
      figures: {
        effect: '+3 points',
        interval: '-4 points to +10 points',
        isChancePossible: true,
        coached: 12,
        peers: 24,
        leftOut: 1,
        coachedBefore: '70 %',
        peersBefore: '78 %',
      },
    }),
  });
  await page.reads('Gained more than peers');
  expect(page.renderer.findAll(StatisticsItem).map(({ props }) => props.number)).toEqual([
    '+3 points',
    12,
    24,
  ]);
  for (const said of [
    '95 % interval: -4 points to +10 points',
    'This can be chance.',
    '70 % in the year before',
    '78 % in the year before',
    '1 more had no peer',
    'How it is done.',
  ])
    expect(page.text()).toContain(said);
});

test.each(['notEnough', 'noVariation'] as const)('%s is one line without figures', async (state) => {
  const page = openSection(Impact, {
    [at]: view({ state, metric: chosen, sentence: 'Not enough data yet.' }),
  });
  await page.reads('Not enough data yet.');
  expect(page.text()).not.toContain('interval');
  // The metric in force cannot be chosen again.
  expect(page.renderer.find(LoadingButton).props.disabled).toBe(true);
});

test('while it loads, when it fails, and nothing for whoever is no director', async () => {
  const loading = openSection(Impact, {});
  expect(loading.renderer.find(LoadingSpinner).props.label).toBe('Comparing quarters');
  jest.restoreAllMocks();
  const failed = openSection(Impact, { [at]: refusal('unavailable', 'Not now.') });
  await eventually(() => expect(failed.renderer.find(ErrorState)));
  jest.restoreAllMocks();
  const rep = openSection(Impact, { [at]: refusal('forbidden', 'Directors only.') });
  await eventually(() => expect(rep.renderer.findAll(LoadingSpinner)).toEqual([]));
  expect(rep.text()).toBe('');
});
