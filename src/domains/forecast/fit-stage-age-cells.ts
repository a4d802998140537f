import type { StageId } from '../../kernel/ids.ts';
import { listCellMoments } from './list-cell-moments.ts';
import { closingTime, listOpenStays } from './list-open-stays.ts';
import { closedDealsForCells, closedDealsForHistory } from './rules.ts';
import { newWatchTally, showTally, tallyDeal } from './tally-watched-deals.ts';
import type { WatchTally } from './tally-watched-deals.ts';
import type { HistoricDeal, StageAgeCell, WinBasis, WinModel } from './types.ts';

export interface History {
  readonly deals: readonly HistoricDeal[];
  readonly closedStages: ReadonlySet<StageId>;
  readonly now: Date;
}

export interface StageAgeFit {
  add(deal: HistoricDeal): void;
  finish(): WinModel;
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
  const fit = openStageAgeFit({ closedStages, now, firstClosing: firstClosingTime(deals) });
  for (const deal of deals) fit.add(deal);
  return fit.finish();
}

/** The same for histories too large to be held: one deal after the other, in any order. Only counts are kept. */
export function openStageAgeFit({
  closedStages,
  now,
  firstClosing,
}: Pick<History, 'closedStages' | 'now'> & {
  /** When the first deal of all was closed, in epoch milliseconds; infinite when none is. */
  readonly firstClosing: number;
}): StageAgeFit {
  const cellsByStage = new Map<StageId, Map<number, WatchTally>>();
  const everyStage = newWatchTally();
  let closedDeals = 0;
  const add = (deal: HistoricDeal): void => {
    const closedAt = closingTime(deal);
    const stays = listOpenStays({ deal, closedStages, now });
    const isClosed = closedAt !== null && closedAt <= now.getTime();
    if (isClosed && stays.length > 0) closedDeals += 1;
    const ending = isClosed
      ? { until: closedAt, outcome: deal.outcome }
      : { until: now.getTime(), outcome: null };
    for (const { stageId, age, from } of listCellMoments(stays)) {
      const cells = getOrSet(cellsByStage, stageId, () => new Map<number, WatchTally>());
      const tally = getOrSet(cells, age, newWatchTally);
      if (from < firstClosing) continue;
      tallyDeal(tally, { from, ...ending });
      if (age === 0) tallyDeal(everyStage, { from, ...ending });
    }
  };
  const finish = (): WinModel => ({
    fittedAt: now.toISOString(),
    basis: basisFor(closedDeals),
    closedDeals,
    stages: Object.fromEntries([...cellsByStage].map(([stageId, cells]) => [stageId, showCells(cells)])),
    everyStage: showTally(everyStage),
  });
  return { add, finish };
}

function firstClosingTime(deals: readonly HistoricDeal[]): number {
  return deals.reduce((first, deal) => Math.min(first, closingTime(deal) ?? Infinity), Infinity);
}

function basisFor(closedDeals: number): WinBasis {
  if (closedDeals < closedDealsForHistory) return 'pipeline';
  return closedDeals < closedDealsForCells ? 'shrunken' : 'cells';
}

function showCells(cells: ReadonlyMap<number, WatchTally>): StageAgeCell[] {
  const youngestFirst = [...cells].toSorted(([age], [other]) => age - other);
  return youngestFirst.map(([fromDay, tally]) => ({ fromDay, ...showTally(tally) }));
}

function getOrSet<Key, Value>(map: Map<Key, Value>, key: Key, create: () => Value): Value {
  const value = map.get(key) ?? create();
  map.set(key, value);
  return value;
}
