import type { Kysely } from 'kysely';
import { bucketLimits, returnTickets, takeTickets, type Ledger } from '../hubspot/index.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Tables } from '../store/index.ts';
import { chooseOffset, sampleClock, type ClockSample } from './choose-offset.ts';
import { forPortal } from './store.ts';

/** Each failed attempt is somebody else's success, so that many in a row mean that something else is wrong. */
const mostAttempts = 200;

/**
 * A ledger in the store, for all processes that serve the same portals. Tickets are given out on the store's clock, whatever
 * the processes' own say. A reservation is one read and one short write that succeeds only on the state that was read; no
 * lock is held between the two.
 */
export function openSharedLedger({
  db,
  clock,
}: {
  readonly db: Kysely<Tables>;
  readonly clock: Clock;
}): Ledger {
  const here = () => clock.now().getTime();
  let sample: ClockSample | null = null;
  return {
    async reserve(portalId, bucket, { count, unused }) {
      const pacing = forPortal(db, portalId);
      const marks = unused.map(({ mark }) => mark);
      for (let attempt = 1; attempt <= mostAttempts; attempt += 1) {
        const askedAt = here();
        const counted = await pacing.read(bucket);
        if (counted === null) {
          await pacing.open(bucket);
          continue;
        }
        sample = chooseOffset(sample, sampleClock({ askedAt, answeredAt: here(), storeNow: counted.now }));
        const { offset } = sample;
        const returned = returnTickets(counted.state, marks);
        const taken = takeTickets(returned, bucketLimits[bucket], { count, now: counted.now });
        if (await pacing.save(bucket, taken.state, counted.version)) {
          return taken.tickets.map((mark) => ({ at: Math.ceil(mark - offset), mark }));
        }
      }
      throw new Error(
        `Others changed the ${bucket} bucket of portal ${portalId} ${mostAttempts} times in a row`,
      );
    },
    hold: (portalId, bucket, holdMs) => forPortal(db, portalId).hold(bucket, holdMs),
  };
}
