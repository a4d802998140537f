import {
  Button,
  ErrorState,
  Link,
  LoadingButton,
  LoadingSpinner,
  type PagesContext,
} from '@hubspot/ui-extensions';
import { jest } from '@jest/globals';
import { Waiting } from '../../../extensions/src/app/pages/home/coaching/waiting/Waiting.tsx';
import type { WaitingView } from '../../../src/contract/index.ts';
import { exampleNote, exampleView } from '../coaching/example-views.ts';
import { eventually } from '../eventually.ts';
import { openSection, refusal, type Answers } from './open-section.tsx';

afterEach(() => jest.restoreAllMocks());

const at = 'GET /home/coaching/waiting';
const view = (change: Partial<WaitingView> = {}): WaitingView => ({
  ownerId: '201',
  notes: [
    {
      id: '61',
      dateLabel: '12 Nov 2026',
      by: 'Maria Lang',
      beside: { kind: 'deal', recordId: '71', name: 'Acme' },
    },
    { id: '62', dateLabel: '13 Nov 2026', by: 'Eva Berg', beside: { kind: 'contact', recordId: '51' } },
    {
      id: '63',
      dateLabel: '14 Nov 2026',
      by: 'Maria Lang',
      beside: { kind: 'meeting', recordId: '2060002' },
    },
    {
      id: '64',
      dateLabel: '15 Nov 2026',
      by: 'Maria Lang',
      beside: { kind: 'deal', recordId: '72', name: null },
    },
  ],
  more: null,
  ...change,
});
/** As it stands on the page, in an account. */
const open = (answers: Answers) =>
  openSection(
    ({ reach, actions }) => (
      <Waiting context={{ ...reach, portal: { id: 62515 } } as unknown as PagesContext} actions={actions} />
    ),
    answers,
  );

test('each note has its day, who shared it, and the way to where it is answered', async () => {
  const page = open({ [at]: view({ more: 'and 2 more notes' }) });
  await page.reads('Waits for your answer');
  for (const words of ['12 Nov 2026 · Maria Lang', '13 Nov 2026 · Eva Berg', 'a deal that is gone'])
    expect(page.text()).toContain(words);
  expect(page.text()).toContain('and 2 more notes');
  const address = 'https://app.hubspot.com/contacts/62515/record';
  expect(page.renderer.findAll(Link).map(({ text, props }) => [text, props.href])).toEqual([
    ['Acme', { url: `${address}/0-3/71`, external: true }],
    ['Contact', { url: `${address}/0-1/51`, external: true }],
  ]);
});

test('what was shared after a 1:1 is read and answered in place, and then waits no more', async () => {
  const note = (id: string, text: string) => ({
    ...exampleNote(),
    id,
    acknowledgement: null,
    mayAcknowledge: id === '63',
    passages: [{ label: '', text }],
  });
  const answers: Record<string, object> = {
    [at]: view(),
    'GET /cards/coaching': exampleView({
      ...{ viewer: 'rep', lines: [], actions: [], risks: [] },
      notes: [note('63', 'How the call went'), note('60', 'Long ago')],
    }),
    'POST /cards/coaching/note/acknowledge': { message: 'Said.' },
  };
  const page = open(answers);
  await page.reads('14 Nov 2026 · Maria Lang · 1:1');
  page.renderer.find(Button, (button) => button.text === 'Read and answer').trigger('onClick');
  await page.reads('How the call went');
  expect(page.text()).not.toContain('Long ago');
  answers[at] = view({ notes: [] });
  page.renderer.find(LoadingButton, (button) => button.text === 'Seen').trigger('onClick');
  await eventually(() => expect(page.text()).toBe(''));
  expect(page.calls.find(({ method }) => method === 'POST')?.body).toMatchObject({
    noteId: '63',
    answer: 'seen',
  });
});

test('while it loads, when it fails, and nothing where nothing waits or nobody could be told', async () => {
  expect(open({}).renderer.find(LoadingSpinner).props.label).toBe('Looking for what waits for you');
  jest.restoreAllMocks();
  const failed = open({ [at]: refusal('unavailable', 'Not now.') });
  await eventually(() => expect(failed.renderer.find(ErrorState)));
  for (const answer of [view({ notes: [] }), refusal('forbidden', 'No owner.')]) {
    jest.restoreAllMocks();
    const page = open({ [at]: answer });
    await eventually(() => expect(page.renderer.findAll(LoadingSpinner)).toEqual([]));
    expect(page.text()).toBe('');
  }
});
