import type { DefinitionsView } from '../../contract/index.ts';
import { countNoun } from '../../kernel/count-noun.ts';
import { closedDealsForHistory } from '../forecast/index.ts';

type Definition = DefinitionsView['definitions'][number];

/** What the figures of this portal speak of, and what is missing from them now. */
export interface Surroundings {
  /** "Q4 2026". */
  readonly periodLabel: string;
  readonly timeZone: string;
  readonly currency: string;
  readonly carriers: number;
  readonly gaps: {
    readonly withoutRate: number;
    readonly withoutOwner: number;
    readonly withoutAmount: number;
    /** Won deals of the period that give no credit. */
    readonly excluded: number;
  };
  /** Closed deals that the win probabilities were learned from. */
  readonly closedDeals: number;
}

/** Every definition once, with the scope that it has in this portal; the glossary has the same formulas at length. */
export function listDefinitions({
  periodLabel,
  timeZone,
  currency,
  carriers,
  gaps,
  closedDeals,
}: Surroundings): Definition[] {
  const inPeriod = `Deals whose close date lies in ${periodLabel}, by the calendar of ${timeZone}; every amount in ${currency}, at the rate stamped on the deal`;
  const ofCarriers = `The ${carriers === 1 ? 'one person who carries' : `${carriers} people who carry`} a quota in ${periodLabel}`;
  const withoutRate = tell(
    gaps.withoutRate,
    'deal is in a currency without a rate',
    'deals are in a currency without a rate',
  );
  const wins = [
    ...tell(
      gaps.excluded,
      'won deal has no amount, close date or owner',
      'won deals have no amount, close date or owner',
    ),
    ...withoutRate,
  ];
  const opens = [
    ...tell(gaps.withoutAmount, 'open deal has no amount', 'open deals have no amount'),
    ...tell(gaps.withoutOwner, 'open deal has no owner', 'open deals have no owner'),
    ...withoutRate,
  ];
  return [
    {
      id: 'credit',
      term: 'Credit (won)',
      meaning: 'What a rep gets for a won deal.',
      formula:
        'The amount, divided by the deal split; without a split all of it is the owner’s. A deal reopened in a later period counts negative there.',
      scope: inPeriod,
      leftOut: wins,
    },
    {
      id: 'quota',
      term: 'Quota',
      meaning: 'What a rep or team is to win in a period.',
      formula:
        'The strongest statement of typed, imported, HubSpot goal and example; less for ramp, start and leave, by working day.',
      scope: ofCarriers,
      leftOut: [],
    },
    {
      id: 'attainment',
      term: 'Attainment',
      meaning: 'How much of the quota is won.',
      formula: 'Credit / quota. Nothing, never 0 %, without a quota.',
      scope: `${ofCarriers}. ${inPeriod}`,
      leftOut: wins,
    },
    {
      id: 'pace',
      term: 'On pace for',
      meaning: 'Where the period ends if credit goes on as it came so far.',
      formula:
        'Credit so far / (working days gone / working days) / quota. Today is not gone until it is over.',
      scope: `${ofCarriers}; Monday to Friday`,
      leftOut: [],
    },
    {
      id: 'needed',
      term: 'Needed a working day',
      meaning: 'What closes the gap to the quota in time.',
      formula: '(Quota − credit) / working days left, today included, rounded up.',
      scope: ofCarriers,
      leftOut: [],
    },
    {
      id: 'participation',
      term: 'Participation',
      meaning: 'How many reach their quota.',
      formula: 'People at 100 % or more / people with a quota; ramping ones against their reduced quota.',
      scope: ofCarriers,
      leftOut: [],
    },
    {
      id: 'spread',
      term: 'Median, mean and bands',
      meaning: 'How attainments spread: one star can lift a mean that most do not reach.',
      formula:
        'The middle person’s attainment; the mean of persons’ attainments; people by band, a limit belonging to the upper band.',
      scope: ofCarriers,
      leftOut: [],
    },
    {
      id: 'mismatch',
      term: 'Target mismatch',
      meaning: 'Whether the members’ quotas reach the team’s own.',
      formula: 'Team quota − sum of its members’ quotas.',
      scope: 'Teams with a quota of their own',
      leftOut: [],
    },
    {
      id: 'forecast',
      term: 'Forecast',
      meaning: 'What the period is likely to bring, without new business that nobody has created yet.',
      formula: 'Won so far + sum of amount × win probability over the open deals.',
      scope:
        closedDeals < closedDealsForHistory
          ? `The pipeline’s own percentages, because only ${closedDeals} deals have closed (${closedDealsForHistory} are needed)`
          : `Probabilities learned from ${closedDeals.toLocaleString('en')} closed deals of your own`,
      leftOut: opens,
    },
    {
      id: 'coverage',
      term: 'Coverage',
      meaning: 'How often the open pipeline covers what is still missing.',
      formula:
        'Open pipeline that closes in the period / (quota − won so far); met once the quota is reached.',
      scope: inPeriod,
      leftOut: opens,
    },
  ];
}

const tell = (count: number, one: string, many: string): string[] =>
  count === 0 ? [] : [countNoun(count, one, many)];
