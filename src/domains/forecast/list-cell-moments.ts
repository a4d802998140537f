import type { StageId } from '../../kernel/ids.ts';
import type { OpenStay } from './list-open-stays.ts';
import { cellAges, dayMilliseconds } from './rules.ts';

export interface CellMoment {
  readonly stageId: StageId;
  /** Position of the cell's age in `cellAges`. */
  readonly cell: number;
  /** When the deal reached that age in the stage, in epoch milliseconds. */
  readonly from: number;
}

/** The moments at which one deal, given its stays in order, is still open in a stage at the age of a cell: each cell once. */
export function listCellMoments(stays: readonly OpenStay[]): CellMoment[] {
  const nextCell = new Map<StageId, number>();
  const moments: CellMoment[] = [];
  for (const { stageId, from, to } of stays) {
    let cell = nextCell.get(stageId) ?? 0;
    for (; cell < cellAges.length; cell += 1) {
      const moment = from + cellAges[cell]! * dayMilliseconds;
      if (moment >= to) break;
      moments.push({ stageId, cell, from: moment });
    }
    nextCell.set(stageId, cell);
  }
  return moments;
}
