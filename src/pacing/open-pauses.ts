import type { Kysely } from 'kysely';
import type { Pause, PortalPauses } from '../hubspot/index.ts';
import type { Clock } from '../kernel/clock.ts';
import { localDate, nextDay, startOfLocalDate } from '../kernel/period.ts';
import type { Tables } from '../store/index.ts';
import { forPortal } from './pauses/store.ts';

/** So long a process goes by what it read last: other processes' pauses are heard of that much later. */
const rememberMs = 5_000;
/** Where HubSpot says that it moves a portal, but not for how long. */
const unknownMoveMs = 3_600_000;

/** The pauses in the store, which all processes and the next start respect. `clock` is the real one. */
export function openPauses({
  db,
  clock,
}: {
  readonly db: Kysely<Tables>;
  readonly clock: Clock;
}): PortalPauses {
  const remembered = new Map<number, { readonly pause: Pause | null; readonly readAt: number }>();
  const here = () => clock.now().getTime();

  const readAnew = async (portalId: number): Promise<Pause | null> => {
    const readAt = here();
    const pause = await forPortal(db, portalId).read();
    remembered.set(portalId, { pause, readAt });
    return pause;
  };

  return {
    async read(portalId) {
      const last = remembered.get(portalId);
      const age = here() - (last?.readAt ?? 0);
      if (last === undefined || age < 0 || age > rememberMs) return readAnew(portalId);
      if (last.pause === null) return null;
      const leftMs = last.pause.leftMs - age;
      return leftMs > 0 ? { ...last.pause, leftMs } : null;
    },
    async begin(portalId, { reason, forMs, message }) {
      const pauses = forPortal(db, portalId);
      const zone = (await pauses.readTimeZone()) ?? 'UTC';
      const unsaid = reason === 'rate_limited' ? untilMidnight(clock.now(), zone) : unknownMoveMs;
      await pauses.begin({ reason, message, forMs: forMs ?? unsaid });
      await readAnew(portalId);
    },
  };
}

/** HubSpot's daily limits are set back at midnight in the portal's zone. */
function untilMidnight(now: Date, zone: string): number {
  return startOfLocalDate(nextDay(localDate(now, zone)), zone).getTime() - now.getTime();
}
