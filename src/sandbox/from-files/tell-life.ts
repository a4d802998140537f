import { knownOn } from '../known-on.ts';
import type { SeedDeal, SeedVersion } from '../seed.ts';
import type { DealLife } from './gather-lives.ts';
import { describeRow } from './describe-row.ts';
import type { LabelledPipeline } from './make-pipelines.ts';

export interface Surroundings {
  readonly id: string;
  readonly pipeline: LabelledPipeline;
  readonly ownerId: string | null;
  readonly today: Date;
}

/** A deal as it was known on `today`: one that closed later is still open, with the close date that was expected. */
export function tellLife(life: DealLife, { id, pipeline, ownerId, today }: Surroundings): SeedDeal {
  const { row } = life;
  const createdAt = row.createdAt.toISOString();
  const until = today.toISOString();
  const closedAt = row.closedAt?.toISOString() ?? null;
  // A close date without a time can lie before a creation on the same day; what happens then happens on creation.
  const settledAt = closedAt !== null && closedAt < createdAt ? createdAt : closedAt;
  const settled = <Value>(value: Value): SeedVersion<Value>[] =>
    settledAt === null ? [] : [{ at: settledAt, value }];

  return {
    id,
    name: row.name ?? `Deal ${row.id}`,
    pipelineId: pipeline.pipeline.id,
    createdAt,
    currency: row.currency,
    stage: inOrder(knownOn(traceStages(life, pipeline, settledAt), until)),
    amount: inOrder(knownOn([{ at: createdAt, value: row.amount }, ...settled(row.value)], until)),
    closeDate: inOrder(
      knownOn(
        [{ at: createdAt, value: row.expectedCloseAt?.toISOString() ?? null }, ...settled(closedAt)],
        until,
      ),
    ),
    owner: [{ at: createdAt, value: ownerId }],
    splits: [],
    ...describeRow(row, settledAt !== null && settledAt <= until),
  };
}

function traceStages(
  { row, entries }: DealLife,
  pipeline: LabelledPipeline,
  settledAt: string | null,
): SeedVersion<string>[] {
  const createdAt = row.createdAt.toISOString();
  const entered = entries.map(({ label, at }) => ({
    at: new Date(at).toISOString(),
    value: pipeline.stageIds.get(label) ?? pipeline.firstStage,
  }));
  const closing = row.outcome === 'won' ? pipeline.wonStage : pipeline.lostStage;
  const isClosing = (stage: string): boolean =>
    pipeline.pipeline.stages.some(
      ({ id, probability }) => id === stage && Number(probability) === (row.outcome === 'won' ? 1 : 0),
    );
  const last = entered.at(-1)?.value;
  const ending =
    settledAt === null || (last !== undefined && isClosing(last)) ? [] : [{ at: settledAt, value: closing }];
  // What was there before the first entry is the first stage: histories often start with the first move.
  return [{ at: createdAt, value: pipeline.firstStage }, ...entered, ...ending];
}

/** Drops versions that change nothing, and sets apart those that share an instant, so that the last one stays the last. */
function inOrder<Value>(versions: readonly SeedVersion<Value>[]): SeedVersion<Value>[] {
  const kept: SeedVersion<Value>[] = [];
  for (const { at, value } of versions) {
    const last = kept.at(-1);
    if (last?.value === value) continue;
    const isLater = last === undefined || at > last.at;
    kept.push({ at: isLater ? at : new Date(Date.parse(last.at) + 1000).toISOString(), value });
  }
  return kept;
}
