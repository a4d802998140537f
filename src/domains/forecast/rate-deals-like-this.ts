import type { StageId } from '../../kernel/ids.ts';
import { chooseCell } from './choose-cell.ts';
import { countWins } from './count-wins.ts';
import type { WinShare } from './count-wins.ts';
import { cellPriorDeals, dealsForCell, stagePriorDeals } from './rules.ts';
import type { WatchedDeals, WinBasis, WinEvidence, WinModel } from './types.ts';

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

const nobody: WatchedDeals = { total: 0, days: [] };

/** The share of deals of this stage and age that were won within the horizon, or null when there is too little history. */
export function rateDealsLikeThis({ model, stageId, age, horizonDays }: CellQuestion): WinRate | null {
  if (model.basis === 'pipeline' || model.everyStage.total === 0) return null;
  const cell = chooseCell(model, stageId, age);
  const like = countWins(cell ?? nobody, horizonDays);
  const stage = countWins(model.stages[stageId]?.[0] ?? nobody, horizonDays);
  const evidence = { ...countOf(like), fromDay: cell?.fromDay ?? 0, stage: countOf(stage) };
  if (model.basis === 'cells' && cell !== undefined && cell.total >= dealsForCell) {
    return { rate: like.share, basis: 'cells', evidence };
  }
  const everyStage = countWins(model.everyStage, horizonDays);
  const stageRate = shrink(stage, everyStage.share, stagePriorDeals);
  const rate = evidence.fromDay === 0 ? stageRate : shrink(like, stageRate, cellPriorDeals);
  return { rate, basis: 'shrunken', evidence };
}

/**
 * The watched deals together with `priorDeals` deals that did as `towards` says. They weigh by how many there are, known
 * or not, so that the weight is the same at every horizon and a later end never lowers the chance.
 */
function shrink({ known, running, share }: WinShare, towards: number, priorDeals: number): number {
  const total = known + running;
  return (total * share + priorDeals * towards) / (total + priorDeals);
}

function countOf({ won, known, running }: WinShare) {
  return { won, known, running };
}
