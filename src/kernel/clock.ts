export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/**
 * A clock for business dates: it shows `startingAt` now and goes on from there at the pace of `realClock`.
 * Signatures and tokens keep the real clock.
 */
export function businessClock(startingAt: Date, realClock: Clock = systemClock): Clock {
  const offset = startingAt.getTime() - realClock.now().getTime();
  return { now: () => new Date(realClock.now().getTime() + offset) };
}
