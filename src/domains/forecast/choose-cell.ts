import { countEvidence } from './count-evidence.ts';
import { dealsForCell } from './rules.ts';
import type { StageAgeCell, WinModel } from './types.ts';

/**
 * The cell of deals like this one: the oldest not older than the deal that holds enough deals to speak for itself, else
 * the whole stage. Undefined for a stage that the history does not know.
 */
export function chooseCell(model: WinModel, stageId: string, age: number): StageAgeCell | undefined {
  const cells = model.stages[stageId] ?? [];
  return cells.findLast((cell) => cell.fromDay <= age && countEvidence(cell) >= dealsForCell) ?? cells[0];
}
