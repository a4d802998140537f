import type { DealsBehindRequest } from '../../contract/index.ts';
import type { DealId } from '../../kernel/ids.ts';
import { sumMoney, type Money } from '../../kernel/money.ts';
import { coveredAmount, placeInForecast, type LeftOutReason } from '../forecast/index.ts';
import type { ExclusionReason } from '../quota/index.ts';
import type { ExpectedDeal, Overview, PersonSummary } from '../team/index.ts';

/** A deal behind a figure, with what it gives to it. */
export interface DealBehind {
  readonly dealId: DealId;
  /** Null for a deal that was left out. */
  readonly counts: Money | null;
  readonly remark: string | null;
}

export interface DealsBehind {
  readonly deals: readonly DealBehind[];
  /** What they sum to: exactly the figure. */
  readonly total: Money;
}

/** The deals that a figure is made of, the largest first; their sum is the figure. */
export function listDealsBehind(
  overview: Overview,
  people: readonly PersonSummary[],
  open: readonly ExpectedDeal[],
  figure: DealsBehindRequest['figure'],
): DealsBehind {
  const deals = listOf(overview, people, open, figure);
  const counted = deals.flatMap(({ counts }) => (counts ? [counts] : []));
  return {
    deals: deals.toSorted(
      (left, right) =>
        Math.abs(right.counts?.minor ?? 0) - Math.abs(left.counts?.minor ?? 0) ||
        left.dealId.localeCompare(right.dealId),
    ),
    total: sumMoney(counted, overview.currency),
  };
}

function listOf(
  { period }: Overview,
  people: readonly PersonSummary[],
  open: readonly ExpectedDeal[],
  figure: DealsBehindRequest['figure'],
): DealBehind[] {
  switch (figure) {
    case 'won':
      return listWon(people);
    case 'forecast':
      return [
        ...listWon(people),
        ...open.flatMap((expected): DealBehind[] => {
          const placed = placeInForecast(expected, period);
          return placed.ok
            ? [{ dealId: expected.deal.id, counts: placed.value, remark: describeChance(expected) }]
            : [];
        }),
      ];
    case 'coverage':
      return open.flatMap(({ deal }): DealBehind[] => {
        const counts = coveredAmount(deal, period);
        return counts ? [{ dealId: deal.id, counts, remark: null }] : [];
      });
    case 'leftOut':
      return [
        ...people.flatMap(({ standing }) =>
          standing.attainment.exclusions.map(({ dealId, reason }) => ({
            dealId,
            counts: null,
            remark: excluded[reason],
          })),
        ),
        ...open.flatMap((expected): DealBehind[] => {
          const placed = placeInForecast(expected, period);
          return placed.ok
            ? []
            : [{ dealId: expected.deal.id, counts: null, remark: omitted[placed.failure] }];
        }),
      ];
  }
}

function listWon(people: readonly PersonSummary[]): DealBehind[] {
  const primary = people
    .flatMap(({ standing }) => standing.attainment.credits)
    .filter(({ track }) => track === 'primary');
  return [...Map.groupBy(primary, ({ dealId }) => dealId)].map(([dealId, credits]) => ({
    dealId,
    counts: sumMoney(
      credits.map(({ amount }) => amount),
      credits[0]?.amount.currency ?? '',
    ),
    remark: credits.some(({ kind }) => kind === 'reversal') ? 'Won before and reopened since' : null,
  }));
}

function describeChance({ estimate }: ExpectedDeal): string | null {
  return estimate.kind === 'none' ? null : 'Open: its amount times its win probability';
}

const excluded: Readonly<Record<ExclusionReason, string>> = {
  noAmount: 'Won, without an amount: give it one to count it',
  noCloseDate: 'Won, without a close date: give it one to count it',
  noOwner: 'Won, without an owner: give it one to credit it',
};

const omitted: Readonly<Record<LeftOutReason, string>> = {
  omitted: 'Open, but taken out of the forecast by hand',
  noEstimate: 'Open, in a stage of which nothing is known',
  closesElsewhere: 'Open, and meant to close in another period',
  noAmount: 'Open, without an amount: give it one to count it',
};
