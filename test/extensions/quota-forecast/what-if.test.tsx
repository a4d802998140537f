import { CurrencyInput, DateInput } from '@hubspot/ui-extensions';
import { jest } from '@jest/globals';
import { eventually } from '../eventually.ts';
import { exampleFailure, exampleView, exampleWhatIf } from './example-views.ts';
import { openAnsweredCard } from './open-card.tsx';

afterEach(() => jest.restoreAllMocks());

type Card = Awaited<ReturnType<typeof openAnsweredCard>>;
const says = (card: Card, sentence: string) => eventually(() => expect(card.words()).toContain(sentence));
const enterAmount = (card: Card, amount: number) =>
  card.renderer.find(CurrencyInput).trigger('onChange', amount as never);
const enterDate = (card: Card, date: unknown) =>
  card.renderer.find(DateInput).trigger('onChange', date as never);

describe('what if', () => {
  it('starts with the deal as it stands, and has asked nothing', async () => {
    const card = await openAnsweredCard(exampleView());
    expect(card.renderer.find(CurrencyInput).props).toMatchObject({ value: 24000, currency: 'EUR', min: 0 });
    expect(card.renderer.find(DateInput).props).toMatchObject({ value: { year: 2026, month: 11, date: 30 } });
    expect(card.calls).toHaveLength(1);
  });

  it('asks once for an amount and a date entered together, and shows the sentence', async () => {
    const card = await openAnsweredCard(exampleView());
    enterAmount(card, 40000.5);
    enterDate(card, { year: 2027, month: 0, date: 5, formattedDate: 'Jan 5, 2027' });
    const call = await card.call(1);
    expect(call.url.pathname).toBe('/cards/quota-forecast/what-if');
    expect(Object.fromEntries(call.url.searchParams)).toEqual({
      dealId: '4711',
      amount: '40000.5',
      closeDate: '2027-01-05',
    });
    await says(card, 'Working it out');
    call.answer(exampleWhatIf({ remark: 'Counts in Q1 2027' }));
    await says(card, exampleWhatIf().sentence);
    await says(card, 'Counts in Q1 2027');
    expect(card.calls).toHaveLength(2);
  });

  it.each([
    ['an emptied amount', (card: Card) => enterAmount(card, Number.NaN)],
    ['an amount beyond all reason', (card: Card) => enterAmount(card, 1e15)],
    ['an emptied date', (card: Card) => enterDate(card, null)],
  ])('%s is not asked', async (_name, enter) => {
    const card = await openAnsweredCard(exampleView());
    enter(card);
    await says(card, 'Enter an amount of zero or more and a date.');
    expect(card.calls).toHaveLength(1);
  });

  it('is quiet again when the deal as it stands is entered', async () => {
    const card = await openAnsweredCard(exampleView());
    enterAmount(card, 40000);
    (await card.call(1)).answer(exampleWhatIf());
    await says(card, exampleWhatIf().sentence);
    enterAmount(card, 24000);
    await says(card, 'Try another amount or date.');
  });

  it('says what went wrong, and keeps the rest of the card', async () => {
    const card = await openAnsweredCard(exampleView());
    enterAmount(card, 40000);
    (await card.call(1)).answer(
      exampleFailure('bad_request', 'The date lies outside every fiscal year.'),
      400,
    );
    await says(card, 'The date lies outside every fiscal year.');
    expect(card.words()).toContain('You are at 71 %');
  });

  it('shows the answer to the newest trial, whichever answer comes last', async () => {
    const card = await openAnsweredCard(exampleView());
    enterAmount(card, 40000);
    const first = await card.call(1);
    enterAmount(card, 50000);
    (await card.call(2)).answer(exampleWhatIf({ sentence: 'The second trial.' }));
    await says(card, 'The second trial.');
    first.answer(exampleWhatIf({ sentence: 'The first trial.' }));
    card.reportChange();
    (await card.call(3)).answer(exampleFailure('unavailable'), 503);
    await says(card, 'as of 24 Nov, 10:42 · could not be refreshed just now');
    expect(card.words()).toContain('The second trial.');
  });

  it('asks again when the figures under it have moved', async () => {
    const card = await openAnsweredCard(exampleView());
    enterAmount(card, 40000);
    (await card.call(1)).answer(exampleWhatIf());
    await says(card, exampleWhatIf().sentence);
    card.reportChange();
    (await card.call(2)).answer(exampleView({ asOfLabel: 'as of 24 Nov, 10:45' }));
    const again = await card.call(3);
    expect(again.url.searchParams.get('amount')).toBe('40000');
    again.answer(exampleWhatIf({ sentence: 'Close this at 40,000 EUR by 30 Dec: 74 → 87 %.' }));
    await says(card, 'Close this at 40,000 EUR by 30 Dec: 74 → 87 %.');
  });

  it('begins anew when the deal itself was edited', async () => {
    const card = await openAnsweredCard(exampleView());
    enterAmount(card, 40000);
    await card.call(1);
    card.reportChange();
    const whatIf = { amount: '31000.00', currency: 'EUR', closeDate: '2026-12-30' };
    (await card.call(2)).answer(exampleView({ whatIf }));
    await eventually(() => expect(card.renderer.find(CurrencyInput).props.value).toBe(31000));
    expect(card.words()).toContain('Try another amount or date.');
  });
});
