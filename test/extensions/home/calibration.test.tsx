import {
  Button,
  hubspot,
  Input,
  LoadingButton,
  MultiSelect,
  Select,
  TableCell,
} from '@hubspot/ui-extensions';
import { createRenderer } from '@hubspot/ui-extensions/testing';
import { jest } from '@jest/globals';
import { Calibration } from '../../../extensions/src/app/pages/home/coaching/calibration/Calibration.tsx';
import { readDealId } from '../../../extensions/src/app/pages/home/coaching/calibration/read-deal-id.ts';
import type { CalibrationView } from '../../../src/contract/index.ts';
import { exampleRubric } from '../coaching/example-views.ts';
import { eventually } from '../eventually.ts';
import { readWords } from '../read-words.ts';

afterEach(() => jest.restoreAllMocks());

const PATH = '/home/coaching/calibration';
const piece: CalibrationView['calibrations'][number] = {
  id: '41',
  dealId: '7001',
  dealName: 'Acme 24,000',
  summary: "Ana Ruiz's deal · Selling skills · started 24 Nov 2026 by Eva Ruiz",
  progress: '0 of 2 have scored; still to score: you, Cleo Ruiz, until 24 Feb 2027',
  rubric: exampleRubric(),
  mayScore: true,
  scores: null,
};
const twoManagers = [
  { ownerId: '206', name: 'Maria Ruiz' },
  { ownerId: '203', name: 'Cleo Ruiz' },
];
const view = (changes: Partial<CalibrationView> = {}): CalibrationView => ({
  whyNotStart: 'Two managers or more who report to you can be calibrated.',
  managers: [],
  rubrics: [],
  calibrations: [],
  agreements: [],
  ...changes,
});

function open(answers: Record<string, unknown>) {
  const calls: { path: string; body: unknown }[] = [];
  jest.spyOn(hubspot, 'fetch').mockImplementation(async (address, options) => {
    const path = `${options?.method ?? 'GET'} ${new URL(address).pathname}`;
    calls.push({ path, body: options?.body });
    const answer = answers[path] as object | undefined;
    if (answer === undefined) return new Promise<never>(() => undefined);
    return new Response(JSON.stringify(answer), { status: 'error' in answer ? 403 : 200 });
  });
  const renderer = createRenderer('pages');
  const { context } = renderer.mocks;
  Object.assign(context, {
    variables: { API_ORIGIN: 'https://api.sideline.example' },
    portal: { id: 62515 },
  });
  renderer.render(<Calibration reach={context} />);
  const words = () => readWords(renderer.getRootNode());
  const reads = (text: string | RegExp) =>
    eventually(() => {
      if (!words().some((word) => (typeof text === 'string' ? word === text : text.test(word))))
        throw new Error(`"${String(text)}" is not among: ${words().join(' | ')}`);
    });
  const call = (path: string, index = 0) =>
    eventually(() => {
      const found = calls.filter((each) => each.path === path)[index];
      if (!found) throw new Error(`${path} was not called`);
      return found;
    });
  return { renderer, words, reads, call };
}

test('waits, says why there is nothing, and what somebody may not see', async () => {
  const waiting = open({});
  await waiting.reads('Reading calibrations');
  const whyNotStart = 'There is no rubric yet.';
  const empty = open({ [`GET ${PATH}`]: view({ whyNotStart, managers: twoManagers }) });
  await empty.reads(whyNotStart);
  // A rep, who has no part in any of it, is told nothing of it.
  const rep = open({ [`GET ${PATH}`]: view() });
  await eventually(() => {
    if (rep.words().length > 0) throw new Error('still waiting');
  });
  const refused = open({ [`GET ${PATH}`]: { error: { code: 'forbidden', message: 'Not for you.' } } });
  await refused.reads('Not for you.');
});

test('whoever was asked scores, and sees no level before', async () => {
  const page = open({
    [`GET ${PATH}`]: view({ calibrations: [piece] }),
    [`POST ${PATH}/score`]: { message: 'Saved.' },
  });
  await page.reads(piece.progress);
  expect(page.renderer.findAll(TableCell)).toEqual([]);
  page.renderer.find(Button, ({ text }) => text === 'Score this deal').trigger('onClick');
  const closing = await eventually(() =>
    page.renderer.find(Select, ({ props }) => props.name === 'calibration-41-closing'),
  );
  closing.trigger('onChange', 2 as never);
  const save = () => page.renderer.find(LoadingButton, ({ text }) => text === 'Save my scores');
  await eventually(() => {
    if (save().props.disabled === true) throw new Error('not yet');
  });
  save().trigger('onClick');
  expect((await page.call(`POST ${PATH}/score`)).body).toMatchObject({
    calibrationId: '41',
    levels: [{ skillId: 'closing', level: 2 }],
  });
  await page.call(`GET ${PATH}`, 1);
});

test('shows everybody’s levels to whoever has scored, and how far two agree with what it rests on', async () => {
  const scores = { by: ['You', 'Cleo Ruiz'], skills: [{ name: 'Discovery', levels: [2, null] }] };
  const agreements = [
    {
      who: 'Cleo Ruiz and Maria Ruiz',
      rubricName: 'Selling skills',
      kappa: '0.62 (95 %: 0.31 to 0.81)',
      basis: '24 pairs of levels from 6 deals',
    },
    {
      who: 'Ben Ruiz and Maria Ruiz',
      rubricName: 'Selling skills',
      kappa: null,
      basis: 'Not enough yet: 4 of 20 pairs of levels, from 1 of 5 deals',
    },
  ];
  const page = open({
    [`GET ${PATH}`]: view({ calibrations: [{ ...piece, mayScore: false, scores }], agreements }),
  });
  await page.reads('0.62 (95 %: 0.31 to 0.81)');
  await page.reads('Not enough yet: 4 of 20 pairs of levels, from 1 of 5 deals');
  expect(
    page.renderer
      .findAll(TableCell)
      .map(({ text }) => text)
      .slice(0, 3),
  ).toEqual(['Discovery', '2', '–']);
});

test('a director starts one with a deal’s address, a rubric and two managers', async () => {
  const page = open({
    [`GET ${PATH}`]: view({
      whyNotStart: null,
      managers: twoManagers,
      rubrics: [{ rubricId: '31', name: 'Selling skills' }],
    }),
    [`POST ${PATH}/start`]: { message: 'Started.' },
  });
  const start = () => page.renderer.find(LoadingButton, ({ text }) => text === 'Start calibration');
  await eventually(start);
  expect(start().props.disabled).toBe(true);
  const deal = page.renderer.find(Input, ({ props }) => props.name === 'calibration-deal');
  deal.trigger('onChange', 'nonsense' as never);
  await eventually(() => {
    const { error } = page.renderer.find(Input, ({ props }) => props.name === 'calibration-deal').props;
    if (error !== true) throw new Error('not marked');
  });
  deal.trigger('onChange', 'https://app.hubspot.com/contacts/62515/record/0-3/7001' as never);
  page.renderer.find(MultiSelect).trigger('onChange', ['206', '203'] as never);
  await eventually(() => {
    if (start().props.disabled === true) throw new Error('not yet');
  });
  start().trigger('onClick');
  expect((await page.call(`POST ${PATH}/start`)).body).toMatchObject({
    dealId: '7001',
    rubricId: '31',
    managerIds: ['206', '203'],
  });
  await page.call(`GET ${PATH}`, 1);
});

test.each([
  ['7001', '7001'],
  [' 7001 ', '7001'],
  ['https://app.hubspot.com/contacts/62515/record/0-3/7001', '7001'],
  ['https://app-eu1.hubspot.com/contacts/62515/record/0-3/7001/?eschref=x', '7001'],
  ['https://app.hubspot.com/contacts/62515/deal/7001', '7001'],
  ['https://app.hubspot.com/contacts/62515/record/0-1/7001', null],
  ['0', null],
  ['Acme', null],
  ['', null],
])('%j is deal %j', (typed, id) => {
  expect(readDealId(typed)).toBe(id);
});
