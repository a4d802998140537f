import type { Reconciliation } from './store.ts';

const WEEK_MS = 7 * 86_400_000;
/** Less than a week, so that the same weekday's night comes round. */
const NEARLY_A_WEEK_MS = WEEK_MS - 43_200_000;

/**
 * HubSpot's search finds edited deals some seconds late; its clock and ours differ a little. What was modified this long
 * before the last check is looked at again.
 */
export const OVERLAP_MS = 15 * 60_000;

export type Depth =
  /** Deep: whatever the modification dates say. */
  | { readonly kind: 'everything'; readonly isDeep: boolean }
  | { readonly kind: 'modified'; readonly since: Date };

/**
 * How deep a check goes: by modification date, or, once a week, when somebody asks and when the date to start from is not
 * known, through every deal: a privacy deletion or a lost restore leaves nothing that a search would find.
 */
export function chooseDepth(
  now: Date,
  before: Pick<Reconciliation, 'modifiedUntil' | 'everythingAt' | 'askedAt'> | null,
  /** When the last full pull began; null when there was none. */
  pulledAt: Date | null,
): Depth {
  const everythingAt = latest(before?.everythingAt ?? null, pulledAt);
  if (before?.askedAt) return { kind: 'everything', isDeep: true };
  if (everythingAt === null) return { kind: 'everything', isDeep: false };
  if (now.getTime() - everythingAt.getTime() >= NEARLY_A_WEEK_MS)
    return { kind: 'everything', isDeep: false };
  const until = latest(before?.modifiedUntil ?? null, everythingAt) ?? everythingAt;
  // A clock that was set back must not skip what lies between.
  return { kind: 'modified', since: new Date(Math.min(until.getTime(), now.getTime()) - OVERLAP_MS) };
}

function latest(left: Date | null, right: Date | null): Date | null {
  if (left === null || right === null) return left ?? right;
  return left > right ? left : right;
}
