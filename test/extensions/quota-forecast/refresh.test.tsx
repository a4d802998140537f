import { ErrorState, Heading } from '@hubspot/ui-extensions';
import { jest } from '@jest/globals';
import { eventually } from '../eventually.ts';
import { exampleFailure, exampleStanding, exampleView } from './example-views.ts';
import { openAnsweredCard } from './open-card.tsx';

afterEach(() => jest.restoreAllMocks());

const viewAt = (percent: number) =>
  exampleView({ standing: exampleStanding({ headline: `You are at ${percent} %` }) });
type Card = Awaited<ReturnType<typeof openAnsweredCard>>;
const headline = (card: Card) => card.renderer.find(Heading).text;

async function showsHeadline(card: Card, expected: string) {
  await eventually(() => expect(headline(card)).toBe(expected));
}

describe('a change of the record', () => {
  it('makes the card ask again, with the view in place meanwhile', async () => {
    const card = await openAnsweredCard(viewAt(71));
    card.reportChange();
    const second = await card.call(1);
    expect(headline(card)).toBe('You are at 71 %');
    second.answer(viewAt(79));
    await showsHeadline(card, 'You are at 79 %');
  });

  it('is subscribed to once', async () => {
    const card = await openAnsweredCard(viewAt(71));
    card.reportChange();
    (await card.call(1)).answer(viewAt(79));
    await showsHeadline(card, 'You are at 79 %');
    expect(card.watched()).toHaveLength(1);
  });

  it('that HubSpot could not read is left alone', async () => {
    const card = await openAnsweredCard(viewAt(71));
    card.reportChange({ message: 'no access' });
    card.reportChange();
    await card.call(1);
    expect(card.calls).toHaveLength(2);
  });
});

describe('answers out of order', () => {
  it('the newest question wins, whichever answer comes last', async () => {
    const card = await openAnsweredCard(viewAt(71));
    card.reportChange();
    const second = await card.call(1);
    card.reportChange();
    const third = await card.call(2);
    third.answer(viewAt(83));
    await showsHeadline(card, 'You are at 83 %');
    second.answer(viewAt(79));
    card.reportChange();
    (await card.call(3)).answer(exampleFailure('unavailable'), 503);
    await eventually(() => expect(card.words().join()).toContain('could not be refreshed'));
    expect(headline(card)).toBe('You are at 83 %');
  });
});

describe('a refresh that fails', () => {
  it.each(['unavailable', 'too_many_requests'] as const)(
    '%s: the view stays, marked as old',
    async (code) => {
      const card = await openAnsweredCard(viewAt(71));
      card.reportChange();
      (await card.call(1)).answer(exampleFailure(code), 503);
      await eventually(() =>
        expect(card.words()).toContain('as of 24 Nov, 10:42 · could not be refreshed just now'),
      );
      card.reportChange();
      (await card.call(2)).answer(viewAt(79));
      await showsHeadline(card, 'You are at 79 %');
      expect(card.words()).toContain('as of 24 Nov, 10:42');
    },
  );

  it.each(['forbidden', 'not_found', 'not_connected'] as const)('%s: the view goes', async (code) => {
    const card = await openAnsweredCard(viewAt(71));
    card.reportChange();
    (await card.call(1)).answer(exampleFailure(code), 403);
    await eventually(() => card.renderer.find(ErrorState));
    expect(card.renderer.maybeFind(Heading)).toBeNull();
  });
});
