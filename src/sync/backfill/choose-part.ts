import { isBegun, isRead, type Part } from './part.ts';
import type { CursorStep } from './predict-cursor.ts';

export interface Situation {
  readonly parts: readonly Part[];
  /** Numbers of the parts that a page is under way for. */
  readonly busy: ReadonlySet<number>;
}

/**
 * The part whose next list page should be asked for: first those of which something has not been read yet, then what
 * search has read and the list has not confirmed; in order, so that few are open at once. Null when none can be asked for.
 */
export function chooseListPart(situation: Situation & { readonly step: CursorStep | null }): Part | null {
  const { parts, busy, step } = situation;
  const possible = parts.filter(
    (part) =>
      !part.list.isDone &&
      !busy.has(part.number) &&
      (part.list.cursor !== null || (!isBegun(part) && (part.lower === null || step !== null))),
  );
  const rank = (part: Part) => (isRead(part) ? 2 : 0) + (isBegun(part) ? 0 : 1);
  return (
    possible.toSorted((left, right) => rank(left) - rank(right) || left.number - right.number)[0] ?? null
  );
}

/**
 * The part that search should read on in: the one of which most is unread. Null when so little is left everywhere that
 * the list has it before a search is answered. `partSize` is how many deals a part was made to hold.
 */
export function chooseSearchPart({
  parts,
  busy,
  isPlanned,
  partSize,
  least,
}: Situation & {
  readonly isPlanned: boolean;
  readonly partSize: number;
  readonly least: number;
}): Part | null {
  const left = (part: Part) => partSize - part.list.newDeals - part.search.deals;
  const possible = parts.filter(
    (part) =>
      (part.upper !== null || isPlanned) && !isRead(part) && !busy.has(part.number) && left(part) >= least,
  );
  return possible.toSorted((one, other) => left(other) - left(one) || other.number - one.number)[0] ?? null;
}
