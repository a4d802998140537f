import { money } from '../../kernel/money.ts';
import type { DealSplit, DealState } from './types.ts';

/** What is kept of a deal in the mirror, as far as crediting needs it. */
export interface MirroredFacts {
  readonly id: string;
  readonly pipelineId: string;
  readonly ownerId: string | null;
  /** Minor units of the company currency. */
  readonly homeMinor: number | null;
  readonly closeAt: Date | null;
  readonly isWon: boolean;
  readonly wonEnteredAt: Date | null;
  readonly wonExitedAt: Date | null;
}

interface MirroredSplit {
  readonly ownerId: string;
  readonly percentage: string;
  readonly track: DealSplit['kind'];
}

/** A mirrored deal as crediting sees it, its amount in company currency. */
export function toDealState(
  deal: MirroredFacts,
  splits: readonly MirroredSplit[],
  companyCurrency: string,
): DealState {
  return {
    dealId: deal.id,
    pipelineId: deal.pipelineId,
    ownerId: deal.ownerId,
    amount: deal.homeMinor === null ? null : money(deal.homeMinor, companyCurrency),
    closeAt: deal.closeAt,
    isWon: deal.isWon,
    wonEnteredAt: deal.wonEnteredAt,
    wonExitedAt: deal.wonExitedAt,
    splits: splits.map(({ ownerId, percentage, track }) => ({ ownerId, percentage, kind: track })),
  };
}
