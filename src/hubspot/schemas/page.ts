import * as z from 'zod';
import { id } from './fields.ts';

/** A list that comes whole. */
export function list<Item extends z.ZodType>(item: Item) {
  return z.object({ results: z.array(item) }).transform(({ results }) => results);
}

/** One page of a list. `next` is the cursor of the page that follows, null on the last. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly next: string | null;
}

export function page<Item extends z.ZodType>(item: Item) {
  return z
    .object({
      results: z.array(item),
      paging: z.object({ next: z.object({ after: id }).nullish() }).nullish(),
    })
    .transform(({ results, paging }): Page<z.output<Item>> => ({
      items: results,
      next: paging?.next?.after ?? null,
    }));
}
