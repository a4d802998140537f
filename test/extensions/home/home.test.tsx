import { BarChart, Button, EmptyState, ErrorState, Link, LoadingSpinner } from '@hubspot/ui-extensions';
import { jest } from '@jest/globals';
import type {
  DealsBehindView,
  DefinitionsView,
  HomeTeamRow,
  HomeTeamView,
} from '../../../src/contract/index.ts';
import { eventually } from '../eventually.ts';
import { openHome, type Answers } from './open-home.tsx';

afterEach(() => {
  jest.restoreAllMocks();
});

const row = (change: Partial<HomeTeamRow>): HomeTeamRow => ({
  subject: '201',
  kind: 'person',
  name: 'Ana Ruiz',
  depth: 1,
  attainment: { value: 0.71, text: '71 %' },
  won: '213,000',
  quota: '300,000',
  pace: { value: 0.84, text: '84 %' },
  needed: '6,200',
  forecast: '280,000',
  coverage: '1.9 times',
  remarks: ['Example quota'],
  ...change,
});
const team: HomeTeamView = {
  periodLabel: 'Q4 2026',
  asOfLabel: 'as of 24 Nov, 10:42',
  whose: 'Everybody',
  currency: 'EUR',
  rows: [
    row({ subject: 'everybody', kind: 'everybody', name: 'Everybody', depth: 0, remarks: [] }),
    row({}),
    row({
      subject: '202',
      name: 'Ben Ruiz',
      attainment: null,
      quota: null,
      pace: null,
      needed: null,
      coverage: null,
    }),
  ],
  participation: '0 of 1 at quota',
  spread: 'Median 71 %, mean 71 %',
  bands: [
    { label: 'under 50 %', people: 0 },
    { label: '50 to 80 %', people: 1 },
  ],
};
const deals: DealsBehindView = {
  title: 'Won by Ana Ruiz in Q4 2026',
  formula: 'Their part of each won deal.',
  total: '213,000 EUR',
  deals: [
    {
      id: '7002',
      name: 'Pumps',
      facts: '203,000 EUR · closed 10 Nov 2026',
      counts: '203,000 EUR',
      remark: null,
    },
  ],
  count: 51,
  nextPage: 1,
};
const definitions: DefinitionsView = {
  definitions: [
    {
      id: 'attainment',
      term: 'Attainment',
      meaning: 'How much of the quota is won.',
      formula: 'Credit / quota.',
      scope: 'The 5 people who carry a quota in Q4 2026',
      leftOut: ['3 won deals have no amount'],
    },
    { id: 'pace', term: 'On pace for', meaning: 'M.', formula: 'F.', scope: 'S.', leftOut: [] },
  ],
};
const answers: Answers = {
  '/home/team': { body: team },
  '/home/team/deals': { body: deals },
  '/home/definitions': { body: definitions },
};
const open = async (given: Answers = answers) => {
  const home = openHome(given);
  await eventually(() => expect(home.words().join(' ')).toContain('Q4 2026'));
  return home;
};

test('the team: everybody first, each figure of each row, the spread as a chart', async () => {
  const { renderer, words } = await open();
  const text = words().join(' | ');
  for (const said of [
    'Everybody in Q4 2026',
    'as of 24 Nov, 10:42',
    '71 % of quota',
    '84 %',
    '0 of 1 at quota',
  ])
    expect(text).toContain(said);
  expect(text).toContain('Ben Ruiz');
  expect(renderer.find(BarChart).props.data).toEqual([
    { band: 'under 50 %', people: 0 },
    { band: '50 to 80 %', people: 1 },
  ]);
});

test('a figure opens to its deals, which link to their records, and leads back', async () => {
  const { renderer, asked, words } = await open();
  renderer.find(Button, (node) => node.text === '213,000').trigger('onClick');
  await eventually(() => expect(words().join(' ')).toContain('Won by Ana Ruiz'));
  const question = asked.at(-1);
  expect([
    question?.pathname,
    question?.searchParams.get('figure'),
    question?.searchParams.get('page'),
  ]).toEqual(['/home/team/deals', 'won', '0']);
  expect(renderer.find(Link).props.href).toEqual({
    url: 'https://app.hubspot.com/contacts/62515/record/0-3/7002',
    external: true,
  });
  renderer.find(Button, (node) => node.text === 'Next page').trigger('onClick');
  await eventually(() => expect(asked.at(-1)?.searchParams.get('page')).toBe('1'));
  renderer.find(Button, (node) => node.text === 'Back to the team').trigger('onClick');
  await eventually(() => expect(words().join(' ')).toContain('Everybody in Q4 2026'));
});

test('without a quota the page says so instead of showing nothing', async () => {
  const without = row({ subject: '202', depth: 0, attainment: null, quota: null, pace: null, needed: null });
  const { words } = await open({
    '/home/team': {
      body: { ...team, whose: 'You', rows: [without], participation: null, spread: null, bands: [] },
    },
    '/home/definitions': { body: definitions },
  });
  expect(words().join(' ')).toContain('No quota for this period yet');
});

test('nobody to show', async () => {
  const { renderer } = openHome({ '/home/team': { body: { ...team, rows: [], bands: [] } } });
  await eventually(() => expect(renderer.find(EmptyState).props.title).toBe('Nobody to show yet'));
});

test('every definition with its formula, its scope and what is left out now', async () => {
  const { words } = await open();
  await eventually(() => expect(words().join(' ')).toContain('3 won deals have no amount'));
  expect(words().join(' ')).toContain('Credit / quota.');
  expect(words().join(' ')).toContain('nothing');
});

test('while it is being added up', () => {
  const { renderer } = openHome({});
  expect(renderer.findAll(LoadingSpinner).map(({ props }) => props.label)).toContain('Adding up');
});

test.each([
  ['forbidden', 403, 'You cannot see this'],
  ['not_connected', 409, 'Sideline is not connected'],
  ['unavailable', 503, 'Sideline cannot be reached'],
])('%s says why and what to do', async (code, status, title) => {
  const { renderer, words } = openHome({
    '/home/team': { status, body: { error: { code, message: 'What to do next.' } } },
  });
  await eventually(() => expect(renderer.find(ErrorState).props.title).toBe(title));
  expect(words()).toContain('What to do next.');
});

test('one list of deals that is not to be seen says so', async () => {
  const { renderer, words } = await open({
    ...answers,
    '/home/team/deals': {
      status: 404,
      body: { error: { code: 'not_found', message: 'There is no such row.' } },
    },
  });
  renderer.find(Button, (node) => node.text === 'What is left out').trigger('onClick');
  await eventually(() => expect(words()).toContain('There is no such row.'));
});
