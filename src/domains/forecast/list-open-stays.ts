import type { StageId } from '../../kernel/ids.ts';
import type { HistoricDeal } from './types.ts';

/** A time that a deal spent open in a stage: [from, to) in epoch milliseconds, never empty. */
export interface OpenStay {
  readonly stageId: StageId;
  readonly from: number;
  readonly to: number;
}

export interface OpenStaysQuestion {
  readonly deal: HistoricDeal;
  readonly closedStages: ReadonlySet<StageId>;
  /** Nothing later is looked at. */
  readonly now: Date;
}

/**
 * Where a deal spent its open life, as it was known at `now`. Stays of no length (stages skipped through, imported
 * deals that close before they begin) teach nothing and are left out, and so is time in closed stages.
 */
export function listOpenStays({ deal, closedStages, now }: OpenStaysQuestion): OpenStay[] {
  if (deal.outcome !== null && deal.closedAt === null) return []; // closed, nobody knows when
  const end = Math.min(now.getTime(), closingTime(deal) ?? Infinity);
  const stays: OpenStay[] = [];
  for (const [index, { stageId, enteredAt }] of deal.stages.entries()) {
    const from = enteredAt.getTime();
    const to = Math.min(deal.stages[index + 1]?.enteredAt.getTime() ?? Infinity, end);
    if (from < to && !closedStages.has(stageId)) stays.push({ stageId, from, to });
  }
  return stays;
}

/** Epoch milliseconds, or null for an open deal. */
export function closingTime(deal: HistoricDeal): number | null {
  return deal.outcome === null || deal.closedAt === null ? null : deal.closedAt.getTime();
}
