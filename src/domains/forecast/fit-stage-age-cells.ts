import type { StageId } from '../../kernel/ids.ts';
import { listCellMoments } from './list-cell-moments.ts';
import { closingTime, listOpenStays } from './list-open-stays.ts';
import { cellAges, closedDealsForCells, closedDealsForHistory } from './rules.ts';
import { addTallies, newWatchTally, showTally, tallyDeal } from './tally-watched-deals.ts';
import type { WatchTally } from './tally-watched-deals.ts';
import type { HistoricDeal, StageAgeCell, WinBasis, WinModel } from './types.ts';

export interface History {
  readonly deals: readonly HistoricDeal[];
  readonly closedStages: ReadonlySet<StageId>;
  readonly now: Date;
}

/**
 * Learns from the portal's own deals how many were won within how many days, by stage and by the time already spent in
 * it. Nothing after `now` is looked at, so that a model of any past day is what would have been known then.
 *
 * A cell holds the deals that were still open in the stage at its age, watched from that moment on, each of them once: a
 * deal that comes back to a stage counts from the later stay only at ages that it had not reached before. Moments before
 * the portal's first closing are left out: deals that closed so early were never recorded, the slow ones that were still
 * open were, and counting those alone would make the portal look slower than it is.
 */
export function fitStageAgeCells({ deals, closedStages, now }: History): WinModel {
  const firstClosing = firstClosingTime(deals);
  const cellsByStage = new Map<StageId, WatchTally[]>();
  let closedDeals = 0;
  for (const deal of deals) {
    const closedAt = closingTime(deal);
    const stays = listOpenStays({ deal, closedStages, now });
    const isClosed = closedAt !== null && closedAt <= now.getTime();
    if (isClosed && stays.length > 0) closedDeals += 1;
    const ending = isClosed
      ? { until: closedAt, outcome: deal.outcome }
      : { until: now.getTime(), outcome: null };
    for (const { stageId, cell, from } of listCellMoments(stays)) {
      const cells = cellsByStage.get(stageId) ?? [];
      cellsByStage.set(stageId, cells);
      const tally = (cells[cell] ??= newWatchTally());
      if (from >= firstClosing) tallyDeal(tally, { from, ...ending });
    }
  }
  return {
    fittedAt: now.toISOString(),
    basis: basisFor(closedDeals),
    closedDeals,
    stages: Object.fromEntries([...cellsByStage].map(([stageId, cells]) => [stageId, showCells(cells)])),
    everyStage: showTally(addTallies([...cellsByStage.values()].map((cells) => cells[0]!))),
  };
}

function firstClosingTime(deals: readonly HistoricDeal[]): number {
  return deals.reduce((first, deal) => Math.min(first, closingTime(deal) ?? Infinity), Infinity);
}

function basisFor(closedDeals: number): WinBasis {
  if (closedDeals < closedDealsForHistory) return 'pipeline';
  return closedDeals < closedDealsForCells ? 'shrunken' : 'cells';
}

function showCells(cells: readonly WatchTally[]): StageAgeCell[] {
  return cells.map((tally, index) => ({ fromDay: cellAges[index]!, ...showTally(tally) }));
}
