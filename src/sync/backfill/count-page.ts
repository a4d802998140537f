import { compareIds } from './compare-ids.ts';
import type { Part } from './part.ts';

/** How many ids of a list page belong to a part, and how many of these search had not read before. */
export function countListed(part: Part, ids: readonly string[]): { deals: number; newDeals: number } {
  const { upper, search } = part;
  const own = upper === null ? ids : ids.filter((id) => compareIds(id, upper) <= 0);
  const { lowest } = search;
  const unread = lowest === null ? own : own.filter((id) => compareIds(id, lowest) < 0);
  return { deals: own.length, newDeals: search.isDone && lowest === null ? 0 : unread.length };
}

/** How many ids of a search page the list's hand had not passed before. */
export function countFound({ list }: Part, ids: readonly string[]): number {
  const { last } = list;
  return last === null ? ids.length : ids.filter((id) => compareIds(id, last) > 0).length;
}
