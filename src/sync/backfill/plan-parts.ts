import { searchDealRange, type DealRange, type HubSpotFailure } from '../../hubspot/index.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { SyncInterrupted } from '../dependencies.ts';
import { largestPart, partSize, type Backfill } from './backfill.ts';
import { compareIds } from './compare-ids.ts';
import { mayDoWithout } from './may-do-without.ts';
import { newPart, type Part } from './part.ts';

/**
 * Takes one step in dividing the portal: the first asks how many deals there are, each further one for the ids at which
 * the next parts end, as far as a search can count. What search does not know yet only shifts where parts begin.
 */
export async function planParts(work: Backfill): Promise<void> {
  const { dealsTotal, plannedTo } = work.plan;
  const size = partSize(dealsTotal);
  const offsets = size === null ? [0] : partEnds(work, size);
  // Nothing is left to divide.
  if (offsets.length === 0) return endPlan(work, []);
  const found = await findAt(work, plannedTo, offsets);
  if (!found.ok) {
    if (!mayDoWithout(found.failure)) throw new SyncInterrupted('searching deals', found.failure);
    work.maySearch = false;
    return endPlan(work, []);
  }
  const total = found.value[0]?.total ?? 0;
  if (dealsTotal === null) {
    await work.progress.expect(total);
    work.plan = { ...work.plan, dealsTotal: total };
    return partSize(total) === null ? endPlan(work, []) : undefined;
  }
  if (size === null) return endPlan(work, []);
  const boundaries = found.value.flatMap(({ deals }, index) =>
    isWorthIt(total - (index + 1) * size, size) ? deals.slice(0, 1).map(({ id }) => id) : [],
  );
  const changed = new Map<number, Part>();
  for (const boundary of boundaries) {
    for (const part of divideAt(work.parts, boundary)) changed.set(part.number, part);
  }
  work.plan = { ...work.plan, plannedTo: boundaries.at(-1) ?? plannedTo };
  if (boundaries.length < offsets.length) return endPlan(work, [...changed.values()]);
  await work.store.savePlan(work.plan, [...changed.values()]);
}

/** Where the parts end that one window of search reaches, counted from 0; only those that are worth being asked for. */
function partEnds({ plan, parts }: Backfill, size: number): number[] {
  const left = (plan.dealsTotal ?? 0) - (parts.length - 1) * size;
  return Array.from({ length: Math.floor(largestPart / size) }, (_, index) => (index + 1) * size).flatMap(
    (end) => (isWorthIt(left - end, size) ? [end - 1] : []),
  );
}

/** A short rest is left to the last part. */
function isWorthIt(rest: number, size: number): boolean {
  return rest >= size / 2;
}

async function findAt(
  { sync }: Backfill,
  above: string | null,
  offsets: readonly number[],
): Promise<Result<DealRange[], HubSpotFailure>> {
  const range = { above, upTo: null, below: null, order: 'ASCENDING', limit: 1, properties: [] } as const;
  const found = await Promise.all(
    offsets.map((offset) => searchDealRange(sync.session, { ...range, offset })),
  );
  const values: DealRange[] = [];
  for (const each of found) {
    if (!each.ok) return each;
    values.push(each.value);
  }
  return ok(values);
}

/** Ends the last part at a boundary and begins another there, unless the list has been there already. */
function divideAt(parts: Part[], boundary: string): Part[] {
  const open = parts.at(-1);
  const isPassed = open === undefined || open.list.isDone;
  if (isPassed || (open.list.last !== null && compareIds(open.list.last, boundary) >= 0)) return [];
  const divided = [{ ...open, upper: boundary }, newPart(open.number + 1, boundary)];
  parts.splice(open.number, 1, ...divided);
  return divided;
}

async function endPlan(work: Backfill, changed: readonly Part[]): Promise<void> {
  work.plan = { ...work.plan, isPlanned: true };
  await work.store.savePlan(work.plan, changed);
}
