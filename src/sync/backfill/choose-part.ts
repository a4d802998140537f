import { isBegun, isRead, type Part } from './part.ts';
import type { CursorStep } from './predict-cursor.ts';

export interface Situation {
  readonly parts: readonly Part[];
  /** Numbers of the parts that a page is under way for. */
  readonly busy: ReadonlySet<number>;
}

/**
 * The part whose next list page should be asked for, in order, so that few are open at once: one of which something has not
 * been read yet. Where the list can reach nothing unread it goes over what search has read, to confirm it; once everything
 * has been read it does so only when `isMirrored`, because what still waits for its splits comes first. Null when none can
 * be asked for.
 */
export function chooseListPart({
  parts,
  busy,
  step,
  isMirrored,
}: Situation & { readonly step: CursorStep | null; readonly isMirrored: boolean }): Part | null {
  const mayPredict = step !== null;
  const reachable = parts.filter(
    (part) =>
      !part.list.isDone &&
      (part.list.cursor !== null || (!isBegun(part) && (part.lower === null || mayPredict))),
  );
  const unread = reachable.filter((part) => !isRead(part));
  const mayConfirm = unread.length === 0 && (isMirrored || !parts.every(isRead));
  const possible = (mayConfirm ? reachable : unread).filter(({ number }) => !busy.has(number));
  const begun = possible.find(isBegun);
  return begun ?? possible[0] ?? null;
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
