import type { DealRow, StageRow } from '../../csv/index.ts';

/** The label of a pipeline where the file names none. */
export const ONLY_PIPELINE = 'Sales Pipeline';

/** A deal with the stages it is known to have entered, oldest first; the last is where it is now by the files. */
export interface DealLife {
  readonly row: DealRow;
  readonly pipeline: string;
  readonly entries: readonly StageEntry[];
}

export interface StageEntry {
  readonly label: string;
  readonly at: number;
}

/** Joins deals with their stage histories. Nothing happens to a deal before it is created. */
export function gatherLives(deals: readonly DealRow[], stages: readonly StageRow[]): DealLife[] {
  const byDeal = Map.groupBy(stages, ({ dealId }) => dealId);
  return deals.map((row) => {
    const created = row.createdAt.getTime();
    const entered = (byDeal.get(row.id) ?? [])
      .map(({ stage, enteredAt }) => ({ label: stage, at: Math.max(created, enteredAt.getTime()) }))
      .sort((one, other) => one.at - other.at);
    const last = entered.at(-1);
    const closed = row.closedAt === null ? null : Math.max(created, row.closedAt.getTime());
    const now = row.stage;
    const isMissing = now !== null && now !== last?.label;
    const arrived = isMissing ? [{ label: now, at: closed ?? last?.at ?? created }] : [];
    return { row, pipeline: row.pipeline ?? ONLY_PIPELINE, entries: [...entered, ...arrived] };
  });
}
