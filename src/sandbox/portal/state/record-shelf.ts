import { currentValue, type StoredRecord } from '../objects/stored-record.ts';
import {
  copyOfTemplate,
  idOfCopy,
  numberAfter,
  numberOfCopy,
  valueOfCopy,
  type CopyPlan,
} from './copy-plan.ts';
import type { Shelf } from './open-storage.ts';
import { openModifiedLog } from './modified-log.ts';
import { openSortedIds } from './sorted-ids.ts';

/** The records of one type. Ids grow, and a record that was once there keeps its id for ever. */
export interface RecordShelf {
  get(id: string): StoredRecord | undefined;
  put(id: string, record: StoredRecord): void;
  /** Forgets a record for good, as a privacy deletion does. */
  remove(id: string): void;
  readonly size: number;
  /** All of them at once: for small portals. */
  values(): StoredRecord[];
  /** Every record whose id is above `id`, by ascending id, one at a time. */
  after(id: string): Iterable<StoredRecord>;
  /** The record whose written value of `property` is `value`; for properties with unique values. */
  findUnique(property: string, value: string): StoredRecord | undefined;
  /** Records that are kept one by one, modified at `since` (milliseconds) or later. */
  individuals(since?: number): Iterable<StoredRecord>;
  /** Runs of records that are still what their template makes of them. */
  readonly families: Families | null;
}

/** Untouched copies, without making them. */
export interface Families {
  readonly plan: CopyPlan;
  readonly templates: readonly StoredRecord[];
  /** The runs of record numbers that are still copies of template number `t`, ends not included. */
  runs(t: number): readonly (readonly [start: number, end: number])[];
  idOf(k: number): string;
  value(t: number, name: string, k: number): string | null;
  make(k: number): StoredRecord;
}

/**
 * Keeps records one by one in `held`. With a plan there are copies of `templates` too: they are made when somebody asks,
 * and kept one by one only after a write. `removed` remembers which of them are gone.
 */
export function openRecordShelf({
  held,
  removed,
  copies,
}: {
  held: Shelf<StoredRecord>;
  removed: Shelf<true>;
  copies: { readonly plan: CopyPlan; readonly templates: readonly StoredRecord[] } | null;
}): RecordShelf {
  const ids = openSortedIds();
  const log = openModifiedLog();
  const uniques = new Map<string, Map<string, string>>();
  const families = copies && openFamilies(copies);
  const isCopy = (id: string) => families !== null && numberOfCopy(families.plan, id) >= 0;
  for (const record of held.values()) note(record);
  for (const [id] of removed.entries()) families?.touch(numberOfCopy(families.plan, id));

  function note(record: StoredRecord): void {
    if (isCopy(record.id)) families?.touch(numberOfCopy(families.plan, record.id));
    else ids.add(record.id);
    log.note(record.id, Date.parse(record.updatedAt));
  }

  function makeCopy(id: string): StoredRecord | undefined {
    const k = families ? numberOfCopy(families.plan, id) : -1;
    return k < 0 || removed.get(id) ? undefined : families?.make(k);
  }

  const get = (id: string) => held.get(id) ?? makeCopy(id);

  function* after(id: string): Iterable<StoredRecord> {
    if (families) {
      for (let k = numberAfter(families.plan, id); k < families.plan.deals; k += 1) {
        const record = get(idOfCopy(families.plan, k));
        if (record) yield record;
      }
    }
    for (const next of ids.after(id)) {
      const record = held.get(next);
      if (record) yield record;
    }
  }

  return {
    get,
    put(id, record) {
      const before = held.get(id);
      for (const [property, index] of uniques) {
        const [was, is] = [before && currentValue(before, property), currentValue(record, property)];
        if (was && was !== is && index.get(was) === id) index.delete(was);
        if (is !== null) index.set(is, id);
      }
      held.put(id, record);
      note(record);
    },
    remove(id) {
      const gone = held.get(id);
      for (const [property, index] of uniques) index.delete((gone && currentValue(gone, property)) ?? '');
      held.remove(id);
      log.forget(id);
      if (isCopy(id)) {
        removed.put(id, true);
        families?.touch(numberOfCopy(families.plan, id));
      } else ids.remove(id);
    },
    get size() {
      return ids.size + (families ? families.plan.deals - removed.size : 0);
    },
    values: () => [...after('0')],
    after,
    findUnique(property, value) {
      let index = uniques.get(property);
      if (!index) {
        // A copied record cannot have a unique value before somebody writes one.
        index = new Map();
        for (const record of held.values()) {
          const own = currentValue(record, property);
          if (own !== null) index.set(own, record.id);
        }
        uniques.set(property, index);
      }
      const id = index.get(value);
      return id === undefined ? undefined : held.get(id);
    },
    *individuals(since) {
      if (since === undefined) {
        yield* held.values();
        return;
      }
      for (const id of log.since(since)) {
        const record = held.get(id);
        if (record) yield record;
      }
    },
    families,
  };
}

function openFamilies({
  plan,
  templates,
}: {
  plan: CopyPlan;
  templates: readonly StoredRecord[];
}): Families & { touch(k: number): void } {
  const touched = new Map<number, Set<number>>();
  const template = (t: number): StoredRecord => {
    const found = templates[t];
    if (!found) throw new Error(`there is no template ${t}`);
    return found;
  };
  return {
    plan,
    templates,
    touch(k) {
      const t = Math.floor(k / plan.count);
      const own = touched.get(t) ?? new Set<number>();
      touched.set(t, own.add(k));
    },
    runs(t) {
      const [start, end] = [t * plan.count, Math.min((t + 1) * plan.count, plan.deals)];
      const runs: [number, number][] = [];
      let from = start;
      for (const k of [...(touched.get(t) ?? [])].sort((a, b) => a - b)) {
        if (k > from) runs.push([from, k]);
        from = k + 1;
      }
      if (end > from) runs.push([from, end]);
      return runs;
    },
    idOf: (k) => idOfCopy(plan, k),
    value: (t, name, k) => valueOfCopy(plan, template(t), name, k),
    make: (k) => copyOfTemplate(plan, template(Math.floor(k / plan.count)), k),
  };
}
