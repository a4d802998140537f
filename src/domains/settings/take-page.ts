/** A stretch of a list, and the mark with which the next one is asked for; null after the last. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly after: string | null;
}

/** `after` is what the page before gave; anything else starts from the beginning. */
export function takePage<Item>(list: readonly Item[], after: string | undefined, size: number): Page<Item> {
  const start = /^\d{1,9}$/.test(after ?? '') ? Number(after) : 0;
  const end = start + size;
  return { items: list.slice(start, end), after: end < list.length ? String(end) : null };
}
