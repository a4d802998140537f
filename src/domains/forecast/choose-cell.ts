import type { StageId } from '../../kernel/ids.ts';
import { countEvidence } from './count-evidence.ts';
import { dealsForCell } from './rules.ts';
import type { StageAgeCell, WinModel } from './types.ts';

/**
 * The deals like this one: the oldest cell not older than `age` that holds enough deals to speak for itself, else the
 * whole stage, which is also what an age of 0 gives. Empty for a stage that the history does not know.
 */
export function chooseCell(model: WinModel, stageId: StageId, age: number): StageAgeCell {
  const cells = model.stages[stageId] ?? [];
  const speaksForItself = (cell: StageAgeCell) => cell.fromDay <= age && countEvidence(cell) >= dealsForCell;
  return cells.findLast(speaksForItself) ?? cells[0] ?? { fromDay: 0, total: 0, days: [] };
}
