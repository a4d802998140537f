import { compareIds, laterId } from './compare-ids.ts';
import { isBegun, type ListHand, type Part } from './part.ts';
import { cursorAfter, type CursorStep } from './predict-cursor.ts';

/** A page as the list's hand got it, by ascending id. */
export interface ListedPage {
  readonly first: string | null;
  readonly last: string | null;
  /** How many of its deals belong to the part, and how many of these nobody had read. */
  readonly deals: number;
  readonly newDeals: number;
  /** The cursor that HubSpot handed out for the page that follows; null on the last page of all. */
  readonly next: string | null;
}

export interface MovedList {
  readonly list: ListHand;
  /** Where the hand of the part above begins, in HubSpot's own words: set when this one has come to its end first. */
  readonly passedOn: Pick<ListHand, 'last' | 'cursor'> | null;
}

/**
 * Where a hand stands after a page.
 *
 * Hands begin side by side at predicted cursors, which HubSpot does not promise. What makes the whole a full list all the
 * same: a hand ends only where it has met the next one, that is, when HubSpot has handed it the very cursor at which the
 * next one began, or when it has itself passed the first deal that the next one saw. If a prediction was wrong, or a deal
 * went or came at the seam, the hand simply reads on until they meet.
 */
export function moveList(
  part: Part,
  page: ListedPage,
  {
    above,
    isAboveBusy,
    step,
  }: {
    readonly above: Part | undefined;
    /** A page of the part above is under way, so that nobody knows yet where it begins. */
    readonly isAboveBusy: boolean;
    readonly step: CursorStep | null;
  },
): MovedList {
  const last = laterId(part.list.last, page.last);
  const list: ListHand = {
    first: part.list.first ?? page.first,
    last,
    cursor: page.next,
    deals: part.list.deals + page.deals,
    newDeals: part.list.newDeals + page.newDeals,
    isDone: page.next === null,
  };
  if (page.next === null || part.upper === null || above === undefined) return { list, passedOn: null };
  if (!isBegun(above) && !isAboveBusy) {
    const hasPassed = last !== null && compareIds(last, part.upper) >= 0;
    return hasPassed
      ? { list: { ...list, isDone: true }, passedOn: { last, cursor: page.next } }
      : { list, passedOn: null };
  }
  const isItsBeginning = step !== null && page.next === cursorAfter(part.upper, step);
  const isBeyondIt = last !== null && above.list.first !== null && compareIds(last, above.list.first) >= 0;
  return { list: { ...list, isDone: isItsBeginning || isBeyondIt }, passedOn: null };
}
