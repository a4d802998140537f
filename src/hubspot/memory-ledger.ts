import type { Clock } from '../kernel/clock.ts';
import { bucketLimits, emptyBucket, returnTickets, takeTickets } from './bucket.ts';
import type { BucketState } from './bucket.ts';
import type { Ledger } from './pacer.ts';

/** A ledger for a process that serves its portals alone. */
export function openMemoryLedger(clock: Clock): Ledger {
  const states = new Map<string, BucketState>();
  const now = () => clock.now().getTime();
  const keyOf = (portalId: number, bucket: string) => `${portalId} ${bucket}`;
  const stateOf = (key: string) => states.get(key) ?? emptyBucket;
  return {
    reserve(portalId, bucket, { count, unused }) {
      const key = keyOf(portalId, bucket);
      const returned = returnTickets(
        stateOf(key),
        unused.map(({ mark }) => mark),
      );
      const taken = takeTickets(returned, bucketLimits[bucket], { count, now: now() });
      states.set(key, taken.state);
      return Promise.resolve(taken.tickets.map((at) => ({ at, mark: at })));
    },
    hold(portalId, bucket, holdMs) {
      const key = keyOf(portalId, bucket);
      const state = stateOf(key);
      states.set(key, { ...state, heldUntil: Math.max(state.heldUntil, now() + holdMs) });
      return Promise.resolve();
    },
  };
}
