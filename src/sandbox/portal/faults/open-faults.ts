import { applyToEvent, type EventFate, type WebhookFault } from './webhook-faults.ts';
import {
  fateOf,
  faultRequest,
  type CallFault,
  type Fault,
  type FaultRequest,
  type Occasion,
} from './fault.ts';
import type { Fate } from './fate.ts';
import { seededRandom } from './seeded-random.ts';

/** A fault that was added, and how often it was looked at and struck. */
export interface AddedFault {
  readonly id: number;
  readonly fault: Fault;
  readonly when: Occasion;
  readonly matched: number;
  readonly struck: number;
}

/** Misbehaviour on demand. Several faults may be there at once; the first that strikes a call decides its fate. */
export interface Faults {
  /** Throws a sentence when the request makes no sense. */
  add(request: FaultRequest): { readonly id: number; readonly remove: () => void };
  remove(id: number): void;
  clear(): void;
  list(): readonly AddedFault[];
  /** What happens to a call; null when it goes its way. Paths are as asked and as routes spell them. */
  strikeCall(method: string, paths: readonly string[]): Fate | null;
  /** What happens to an event of a subscription type such as `object.propertyChange`. */
  strikeEvent(subscriptionType: string): EventFate;
}

type Standing = { -readonly [Key in keyof AddedFault]: AddedFault[Key] } & { readonly random: () => number };

export function openFaults(seed: number): Faults {
  const standing = new Map<number, Standing>();
  let last = 0;

  function strikes(entry: Standing): boolean {
    const { calls, every, rate, times } = entry.when;
    entry.matched += 1;
    if (times !== undefined && entry.struck >= times) return false;
    if (calls && !calls.includes(entry.matched)) return false;
    if (every !== undefined && entry.matched % every !== 0) return false;
    if (rate !== undefined && entry.random() >= rate) return false;
    entry.struck += 1;
    return true;
  }

  return {
    add(request) {
      const { fault, when } = faultRequest.parse(request);
      const id = (last += 1);
      // Each fault draws for itself, so that one more or less of them changes nothing for the others.
      standing.set(id, { id, fault, when, matched: 0, struck: 0, random: seededRandom(seed * 1_000 + id) });
      return { id, remove: () => void standing.delete(id) };
    },
    remove: (id) => void standing.delete(id),
    clear: () => standing.clear(),
    list: () =>
      [...standing.values()].map(({ id, fault, when, matched, struck }) => ({
        id,
        fault,
        when,
        matched,
        struck,
      })),
    strikeCall(method, paths) {
      let fate: Fate | null = null;
      for (const entry of standing.values()) {
        const { when, fault } = entry;
        if (isWebhookFault(fault) || (when.method !== undefined && when.method !== method)) continue;
        const { path } = when;
        if (path !== undefined && !paths.some((asked) => asked.includes(path))) continue;
        // A call counts for every fault that it matches, also when another one has struck already.
        if (strikes(entry)) fate ??= fateOf(fault);
      }
      return fate;
    },
    strikeEvent(subscriptionType) {
      let fate: EventFate = [0];
      for (const entry of standing.values()) {
        const { when, fault, random } = entry;
        if (!isWebhookFault(fault)) continue;
        if (when.path !== undefined && !subscriptionType.includes(when.path)) continue;
        if (strikes(entry)) fate = applyToEvent(fault, fate, random);
      }
      return fate;
    },
  };
}

function isWebhookFault(fault: CallFault | WebhookFault): fault is WebhookFault {
  return fault.kind.startsWith('webhook-');
}
