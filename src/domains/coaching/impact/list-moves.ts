import { localDate } from '../../../kernel/period.ts';
import type { DealMove } from './tally-moves.ts';

/** A deal came into a stage; `enteredAt` as ISO 8601. */
export interface StageEntry {
  readonly stageId: string;
  readonly enteredAt: string;
}

export interface StagePlace {
  readonly id: string;
  readonly displayOrder: number;
  readonly isClosed: boolean;
  readonly isWon: boolean;
}

/**
 * When deals moved on: into a stage that lies further along than the one before, or into a won one. Losing is no moving on, and
 * neither is coming back from a lost stage, wherever that lies; a stage that the pipeline has no more is passed over.
 */
export function listMoves(
  deals: readonly { readonly dealId: string; readonly entries: readonly StageEntry[] }[],
  stages: readonly StagePlace[],
  timeZone: string,
): DealMove[] {
  const placeOf = new Map(stages.map((stage) => [stage.id, stage]));
  return deals.flatMap(({ dealId, entries }) => {
    const moves: DealMove[] = [];
    let before: StagePlace | null = null;
    const inOrder = entries.toSorted((one, other) => (one.enteredAt < other.enteredAt ? -1 : 1));
    for (const { stageId, enteredAt } of inOrder) {
      const place = placeOf.get(stageId);
      if (place === undefined) continue;
      const isLost = place.isClosed && !place.isWon;
      const isFurther = before !== null && !before.isClosed && place.displayOrder > before.displayOrder;
      if (!isLost && (isFurther || (place.isWon && before?.isWon !== true)))
        moves.push({ dealId, movedOn: localDate(new Date(enteredAt), timeZone) });
      before = place;
    }
    return moves;
  });
}
