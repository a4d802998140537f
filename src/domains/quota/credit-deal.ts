import { negate } from '../../kernel/money.ts';
import { periodAt } from '../../kernel/period.ts';
import type { FiscalCalendar, PeriodKind } from '../../kernel/period.ts';
import { err, ok } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import { shareCredit } from './share-credit.ts';
import type { Credit, DealState, Exclusion, ExclusionReason } from './types.ts';

/**
 * The credit that a deal gives, or why a deal that was won gives none. A deal that was never won gives an empty list.
 *
 * - A won deal counts in the period of its close date.
 * - A won deal that was reopened within the period in which it had counted simply leaves it; reopened later, it stays
 *   there and counts negative in the period of the reopening, at its present amount and splits, so that both cancel.
 * - A deal won again counts once, where its close date lies now: the earlier win and its reversal have cancelled.
 */
export function creditDeal(
  deal: DealState,
  calendar: FiscalCalendar,
  periodKind: PeriodKind,
): Result<Credit[], Exclusion> {
  const turns = findTurns(deal);
  if (turns === null) return err(exclude(deal, 'noCloseDate', null));
  const counted = turns.map((turn) => ({
    ...turn,
    periodKey: periodAt(calendar, periodKind, turn.at).key,
  }));
  const [won, reversal] = counted;
  if (won === undefined || won.periodKey === reversal?.periodKey) return ok([]);

  if (deal.amount === null) return err(exclude(deal, 'noAmount', won.periodKey));
  const shares = shareCredit(deal.amount, deal);
  if (!shares.some(({ track }) => track === 'primary')) return err(exclude(deal, 'noOwner', won.periodKey));
  const { dealId, pipelineId } = deal;
  return ok(
    counted.flatMap((turn) =>
      shares.map(({ ownerId, track, amount }) => {
        const signed = turn.kind === 'reversal' ? negate(amount) : amount;
        return { dealId, pipelineId, ownerId, track, ...turn, amount: signed };
      }),
    ),
  );
}

type Turn = Pick<Credit, 'kind' | 'at'>;

/** When the deal began to count and, if it was reopened, when it stopped; null when it counted nobody knows when. */
function findTurns({ isWon, closeAt, wonEnteredAt, wonExitedAt }: DealState): Turn[] | null {
  if (isWon) return closeAt && [{ kind: 'won', at: closeAt }];
  if (wonExitedAt === null) return [];
  // A close date not later than the reopening is still the one it was won at; a later one is a new expectation.
  const wonAt = closeAt !== null && closeAt <= wonExitedAt ? closeAt : wonEnteredAt;
  return (
    wonAt && [
      { kind: 'won', at: wonAt },
      { kind: 'reversal', at: wonExitedAt },
    ]
  );
}

function exclude(
  { dealId, ownerId }: DealState,
  reason: ExclusionReason,
  periodKey: string | null,
): Exclusion {
  return { dealId, ownerId, reason, periodKey };
}
