/** Which records were modified when, so that "modified since" need not look at every record. Times in milliseconds. */
export interface ModifiedLog {
  note(id: string, at: number): void;
  forget(id: string): void;
  /** The ids last modified at `since` or later. */
  since(since: number): Iterable<string>;
}

interface Entry {
  readonly id: string;
  readonly at: number;
}

export function openModifiedLog(): ModifiedLog {
  const last = new Map<string, Entry>();
  let entries: Entry[] = [];
  let sorted = true;

  /** Entries that a later modification has overtaken are thrown out when they are the greater part. */
  function tidy(): void {
    if (entries.length > 2 * last.size + 64)
      entries = entries.filter((entry) => last.get(entry.id) === entry);
    if (!sorted) entries.sort((a, b) => a.at - b.at);
    sorted = true;
  }

  return {
    note(id, at) {
      const entry = { id, at };
      sorted &&= (entries.at(-1)?.at ?? -Infinity) <= at;
      entries.push(entry);
      last.set(id, entry);
    },
    forget: (id) => void last.delete(id),
    *since(since) {
      tidy();
      let [low, high] = [0, entries.length];
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((entries[middle]?.at ?? 0) < since) low = middle + 1;
        else high = middle;
      }
      for (const entry of entries.slice(low)) if (last.get(entry.id) === entry) yield entry.id;
    },
  };
}
