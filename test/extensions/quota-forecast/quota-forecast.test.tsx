import {
  Accordion,
  Alert,
  Button,
  CurrencyInput,
  EmptyState,
  ErrorState,
  Heading,
  LoadingSpinner,
  ProgressBar,
  Tag,
} from '@hubspot/ui-extensions';
import type { FailureCode } from '../../../src/contract/index.ts';
import { jest } from '@jest/globals';
import { eventually } from '../eventually.ts';
import { exampleFailure, exampleLikelihood, exampleStanding, exampleView } from './example-views.ts';
import { apiOrigin, openAnsweredCard, openCard } from './open-card.tsx';

afterEach(() => jest.restoreAllMocks());

describe('the first question', () => {
  it('is one call for the open deal, and says that it is being read', async () => {
    const card = openCard();
    const first = await card.call(0);
    expect(first.url.href).toBe(`${apiOrigin}/cards/quota-forecast?dealId=4711&place=crm.record.tab`);
    expect(card.renderer.find(LoadingSpinner).props.label).toBe('Reading quota and forecast');
    first.answer(exampleView());
    await eventually(() => card.renderer.find(Heading));
    expect(card.calls).toHaveLength(1);
  });

  it('is not asked when the upload has no address for the service', async () => {
    const card = openCard({ variables: {} });
    await eventually(() => card.renderer.find(ErrorState));
    expect(card.words()).toContain('This upload of Sideline lacks the address of its service.');
    expect(card.calls).toHaveLength(0);
  });
});

describe('what each person sees', () => {
  it('the owner: standing, deal, likelihood, what-if, audience, in this order', async () => {
    const card = await openAnsweredCard(exampleView());
    expect(card.words()).toEqual([
      'Q4 2026',
      'as of 24 Nov, 10:42',
      'You are at 71 %',
      '213,000 of 300,000 EUR',
      'On pace for 84 %',
      '6,200 EUR a working day needed, you run at 5,100',
      'This deal',
      '24,000 EUR · would take you to 79 %',
      'Likely this quarter',
      '38 %',
      '15 of 40 deals like this were won in time',
      'Counts as 9,120 EUR in the forecast.',
      'Why?',
      '40 closed deals were in Negotiation at this age.',
      '15 of them were won by the end of their quarter.',
      'What if',
      'Amount',
      'Close date',
      'Try another amount or date.',
      'Seen by you, Maria Lang (your manager) and ops.',
    ]);
    expect(card.renderer.find(ProgressBar).props.value).toBe(71);
    expect(card.renderer.find(Accordion).props.defaultOpen).toBeFalsy();
  });

  it('a split partner: their own credit', async () => {
    const remark = 'Your credit is 60 % of this deal';
    const contribution = { sentence: '14,400 EUR · would take you to 76 %', remark };
    const card = await openAnsweredCard(exampleView({ viewer: 'splitPartner', contribution }));
    expect(card.words()).toContain(remark);
  });

  it('a manager: the same figures under the name of the rep', async () => {
    const standing = exampleStanding({ headline: 'Ana Ruiz is at 71 %' });
    const card = await openAnsweredCard(exampleView({ viewer: 'manager', standing }));
    expect(card.renderer.find(Heading).text).toBe('Ana Ruiz is at 71 %');
  });

  it("a colleague: the deal's own facts and nothing of a person's", async () => {
    const view = exampleView({ viewer: 'colleague', standing: null, contribution: null, whatIf: null });
    const card = await openAnsweredCard(view);
    expect(card.words()).toContain('24,000 EUR · Negotiation · closes 30 Dec 2026');
    expect(card.renderer.maybeFind(ProgressBar)).toBeNull();
    expect(card.renderer.maybeFind(CurrencyInput)).toBeNull();
  });

  it('the sidebar: the first two blocks, and who sees them', async () => {
    const card = await openAnsweredCard(exampleView(), { extent: 'glance' });
    expect(card.words()).toEqual([
      'Q4 2026',
      'as of 24 Nov, 10:42',
      'You are at 71 %',
      '213,000 of 300,000 EUR',
      'On pace for 84 %',
      '6,200 EUR a working day needed, you run at 5,100',
      'This deal',
      '24,000 EUR · would take you to 79 %',
      'Seen by you, Maria Lang (your manager) and ops.',
    ]);
  });
});

describe('when something is missing or over', () => {
  it('no quota: says so, and what to do next', async () => {
    const headline = 'Sideline has no quota for Ana Ruiz yet.';
    const nextStep = 'Ops can add it in two minutes.';
    const standing = { kind: 'notSetUp', headline, nextStep } as const;
    const card = await openAnsweredCard(exampleView({ standing, whatIf: null }));
    expect(card.renderer.find(Alert).props).toMatchObject({ title: headline });
    expect(card.renderer.find(Alert).text).toBe(nextStep);
  });

  it('a proposed quota is marked as an example', async () => {
    const standing = exampleStanding({ isExampleQuota: true, remarks: ['Ramping: month 2 of 6'] });
    const card = await openAnsweredCard(exampleView({ standing }));
    expect(card.renderer.find(Tag).text).toBe('Example quota');
    expect(card.words()).toEqual(
      expect.arrayContaining([
        'Nobody has set this quota: Sideline proposes it from past results.',
        'Ramping: month 2 of 6',
      ]),
    );
  });

  it('no amount: no forecast amount, and an empty field to try one', async () => {
    const contribution = { sentence: 'No amount yet', remark: null };
    const likelihood = exampleLikelihood({ forecastAmount: null });
    const whatIf = { amount: null, currency: 'EUR', closeDate: null };
    const card = await openAnsweredCard(exampleView({ contribution, likelihood, whatIf }));
    expect(card.words()).toContain('No amount yet');
    expect(card.words().join('\n')).not.toContain('in the forecast');
    expect(card.renderer.find(CurrencyInput).props.value).toBeUndefined();
  });

  it('a closed deal: what it counted for, no likelihood, no what-if', async () => {
    const contribution = { sentence: 'Won: 24,000 EUR counted in Q4 2026', remark: null };
    const likelihood = { kind: 'none', sentence: 'This deal is closed.' } as const;
    const card = await openAnsweredCard(exampleView({ contribution, likelihood, whatIf: null }));
    expect(card.words()).toEqual(expect.arrayContaining([contribution.sentence, likelihood.sentence]));
    expect(card.renderer.maybeFind(Accordion)).toBeNull();
  });

  it("not enough history: the pipeline's percentage, named as such", async () => {
    const evidence = '50 closed deals needed to estimate, 12 so far';
    const likelihood = exampleLikelihood({ basis: 'pipeline', evidence, explanation: [] });
    const card = await openAnsweredCard(exampleView({ likelihood }));
    expect(card.renderer.find(Tag).text).toBe('Pipeline’s own percentage');
    expect(card.words()).toContain(evidence);
    expect(card.renderer.maybeFind(Accordion)).toBeNull();
  });

  it('the first working day has no pace, and a quota that is met needs nothing', async () => {
    const standing = exampleStanding({ pace: null, needed: null });
    const card = await openAnsweredCard(exampleView({ standing }));
    expect(card.words().slice(2, 5)).toEqual(['You are at 71 %', '213,000 of 300,000 EUR', 'This deal']);
  });

  it.each([
    [1.32, 100],
    [-0.04, 0],
    [0.995, 100],
    [0.58, 58],
  ])('attainment %d fills the bar to %d', async (value, filled) => {
    const standing = exampleStanding({ attainment: { value, text: 'as in the headline' } });
    const card = await openAnsweredCard(exampleView({ standing }));
    expect(card.renderer.find(ProgressBar).props.value).toBe(filled);
  });
});

describe('when the service does not give a view', () => {
  it.each<[FailureCode, number, string, string | null]>([
    ['bad_request', 400, 'Something went wrong', 'Try again'],
    ['bad_signature', 401, 'Something went wrong', 'Try again'],
    ['internal', 500, 'Something went wrong', 'Try again'],
    ['too_many_requests', 429, 'Sideline cannot be reached', 'Try again'],
    ['unavailable', 503, 'Sideline cannot be reached', 'Try again'],
    ['not_found', 404, 'Nothing to show for this deal', 'Try again'],
    ['forbidden', 403, 'You cannot see this', null],
    ['not_connected', 409, 'Sideline is not connected', null],
  ])('%s', async (code, status, title, remedy) => {
    const card = await openAnsweredCard(exampleFailure(code, 'In words of the service.'), { status });
    expect(card.renderer.find(ErrorState).props.title).toBe(title);
    expect(card.words()).toContain('In words of the service.');
    expect(card.renderer.maybeFind(Button)?.text ?? null).toBe(remedy);
  });

  it('not ready: the first reading of the deals still runs', async () => {
    const card = await openAnsweredCard(exampleFailure('not_ready', '3,200 of 12,480 deals read.'), {
      status: 409,
    });
    expect(card.renderer.find(EmptyState).props.title).toBe('Sideline is reading your deals');
    expect(card.words()).toContain('3,200 of 12,480 deals read.');
    expect(card.renderer.find(Button).text).toBe('Check again');
  });

  it.each([
    ['a reply outside the contract', 200, 'Sideline gave an answer that this page does not understand.'],
    ["HubSpot's own 429", 429, 'Many people are asking at once. Try again in a minute.'],
    ["HubSpot's own 502", 502, 'Sideline did not answer. Try again in a minute.'],
  ])('%s', async (_name, status, sentence) => {
    const card = await openAnsweredCard({ status: 'error', message: 'not ours' }, { status });
    expect(card.words()).toContain(sentence);
  });

  it('a view with a word that the contract does not know is refused', async () => {
    const card = await openAnsweredCard({ ...exampleView(), quota: '300,000 EUR' });
    expect(card.words()).toContain('Sideline gave an answer that this page does not understand.');
  });

  it.each([
    [
      'a page of HTML',
      (call: Awaited<ReturnType<ReturnType<typeof openCard>['call']>>) => call.answerText('<html>', 504),
    ],
    ['a broken line', (call: Awaited<ReturnType<ReturnType<typeof openCard>['call']>>) => call.breakDown()],
  ])('%s', async (_name, happen) => {
    const card = openCard();
    happen(await card.call(0));
    await eventually(() => card.renderer.find(ErrorState));
    expect(card.words()).toContain('Sideline did not answer. Try again in a minute.');
  });

  it('"Try again" asks again and shows the answer', async () => {
    const card = await openAnsweredCard(exampleFailure('unavailable'), { status: 503 });
    card.renderer.find(Button).trigger('onClick');
    await eventually(() => card.renderer.find(LoadingSpinner));
    (await card.call(1)).answer(exampleView());
    await eventually(() => card.renderer.find(Heading));
  });
});
