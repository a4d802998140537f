import { byNumber } from './by-number.ts';

/** Ids in the order of their numbers. New ones nearly always come last. */
export interface SortedIds {
  add(id: string): void;
  remove(id: string): void;
  after(id: string): Iterable<string>;
  readonly size: number;
}

export function openSortedIds(): SortedIds {
  const ids: string[] = [];

  /** The place of the first id above `id`. */
  function placeAfter(id: string): number {
    let [low, high] = [0, ids.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (compare(ids[middle] ?? '', id) <= 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  return {
    add(id) {
      const place = placeAfter(id);
      if (ids[place - 1] !== id) ids.splice(place, 0, id);
    },
    remove(id) {
      const place = placeAfter(id) - 1;
      if (ids[place] === id) ids.splice(place, 1);
    },
    *after(id) {
      for (let place = placeAfter(id); place < ids.length; place += 1) yield ids[place] ?? '';
    },
    get size() {
      return ids.length;
    },
  };
}

function compare(a: string, b: string): number {
  return byNumber({ id: a }, { id: b });
}
