import type { StageId } from '../../kernel/ids.ts';
import { chooseCell } from './choose-cell.ts';
import { countEvidence } from './count-evidence.ts';
import { countWins } from './count-wins.ts';
import type { WinShare } from './count-wins.ts';
import { cellPriorDeals, dealsForCell, stagePriorDeals } from './rules.ts';
import type { WatchedDeals, WinBasis, WinCount, WinEvidence, WinModel } from './types.ts';

export interface WinRate {
  readonly rate: number;
  readonly basis: Exclude<WinBasis, 'pipeline'>;
  readonly evidence: WinEvidence;
}

export interface CellQuestion {
  readonly model: WinModel;
  readonly stageId: StageId;
  /** Days spent in the stage so far. */
  readonly age: number;
  readonly horizonDays: number;
}

/** The share of deals of this stage and age that were won within the horizon, or null when there is too little history. */
export function rateDealsLikeThis({ model, stageId, age, horizonDays }: CellQuestion): WinRate | null {
  if (model.basis === 'pipeline' || countEvidence(model.everyStage) === 0) return null;
  const cell = chooseCell(model, stageId, age);
  const stage = chooseCell(model, stageId, 0);
  const like = countWins(cell, horizonDays);
  const wholeStage = countWins(stage, horizonDays);
  const evidence = { ...countOf(like), fromDay: cell.fromDay, stage: countOf(wholeStage) };
  if (model.basis === 'cells' && countEvidence(cell) >= dealsForCell) {
    return { rate: like.share, basis: 'cells', evidence };
  }
  const everyStage = countWins(model.everyStage, horizonDays);
  const stageRate = shrink(stage, wholeStage.share, everyStage.share, stagePriorDeals);
  const rate = cell.fromDay === 0 ? stageRate : shrink(cell, like.share, stageRate, cellPriorDeals);
  return { rate, basis: 'shrunken', evidence };
}

/** The watched deals together with `priorDeals` deals that did as `towards` says. */
function shrink(watched: WatchedDeals, share: number, towards: number, priorDeals: number): number {
  const deals = countEvidence(watched);
  return (deals * share + priorDeals * towards) / (deals + priorDeals);
}

function countOf({ won, known, running }: WinShare): WinCount {
  return { won, known, running };
}
