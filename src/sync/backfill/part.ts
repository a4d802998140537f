import { compareIds } from './compare-ids.ts';

/** A stretch of the portal's deals by id: those above `lower`, up to and including `upper`. */
export interface Part {
  readonly number: number;
  /** Null: from the first deal. */
  readonly lower: string | null;
  /** Null: to the last deal. */
  readonly upper: string | null;
  readonly list: ListHand;
  readonly search: SearchHand;
}

/** Reads a part upwards, page after page, by the cursors that HubSpot hands out. What it has passed is the truth. */
export interface ListHand {
  /** The smallest id that it saw; null before its first page. */
  readonly first: string | null;
  /** The largest. */
  readonly last: string | null;
  /** Where its next page begins; null before its first page, unless the hand of the part below has passed one on. */
  readonly cursor: string | null;
  /** How many deals of the part it has passed. */
  readonly deals: number;
  /** Those among them that search had not read before. */
  readonly newDeals: number;
  readonly isDone: boolean;
}

/** Reads a part downwards by search, until it meets the list's hand. The index lags, so the list goes on over its ground. */
export interface SearchHand {
  /** The smallest id that it saw; null before its first page. */
  readonly lowest: string | null;
  /** How many deals it read before the list did. */
  readonly deals: number;
  readonly isDone: boolean;
}

export function newPart(number: number, lower: string | null): Part {
  return {
    number,
    lower,
    upper: null,
    list: { first: null, last: null, cursor: null, deals: 0, newDeals: 0, isDone: false },
    search: { lowest: null, deals: 0, isDone: false },
  };
}

/** Whether every deal of a part has been read once; what search left out is still to come by the list. */
export function isRead({ list, search }: Part): boolean {
  if (list.isDone || search.isDone) return true;
  return search.lowest !== null && list.last !== null && compareIds(list.last, search.lowest) >= 0;
}

export function isBegun({ list }: Part): boolean {
  return list.first !== null || list.isDone;
}
