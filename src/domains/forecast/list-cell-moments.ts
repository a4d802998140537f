import type { StageId } from '../../kernel/ids.ts';
import type { OpenStay } from './list-open-stays.ts';
import { cellAges, dayMilliseconds } from './rules.ts';

export interface CellMoment {
  readonly stageId: StageId;
  /** The age of the cell: one of `cellAges`. */
  readonly age: number;
  /** When the deal reached that age in the stage, in epoch milliseconds. */
  readonly from: number;
}

/** The moments at which one deal, given its stays in order, is still open in a stage at the age of a cell: each cell once. */
export function listCellMoments(stays: readonly OpenStay[]): CellMoment[] {
  const oldestAge = new Map<StageId, number>();
  return stays.flatMap(({ stageId, from, to }) => {
    const reached = oldestAge.get(stageId) ?? -1;
    const moments = cellAges
      .filter((age) => age > reached && from + age * dayMilliseconds < to)
      .map((age) => ({ stageId, age, from: from + age * dayMilliseconds }));
    oldestAge.set(stageId, moments.at(-1)?.age ?? reached);
    return moments;
  });
}
