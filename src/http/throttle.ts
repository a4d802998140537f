import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** How many requests a minute are served, by each process. */
export interface RequestLimits {
  /** By one user of one portal. */
  readonly perUser: number;
  /** By everybody of a portal together, so that one portal does not crowd out the others. */
  readonly perPortal: number;
  /** By one address, where nobody has signed: beginning and finishing an install. */
  readonly perAddress: number;
}

/**
 * Generous: opening a record costs two requests, and somebody who clicks through a list of deals opens twenty a minute.
 * What these stop is a loop.
 */
export const usualLimits: RequestLimits = { perUser: 300, perPortal: 6_000, perAddress: 30 };

/** For a portal on one's own machine, and for measuring. */
export const noLimits: RequestLimits = {
  perUser: Number.MAX_SAFE_INTEGER,
  perPortal: Number.MAX_SAFE_INTEGER,
  perAddress: Number.MAX_SAFE_INTEGER,
};

/** Whose requests were too many, and when the next one is served. */
export interface TurnedAway {
  readonly whose: 'user' | 'portal' | 'address';
  readonly waitSeconds: number;
}

export interface Throttle {
  /** Counts a request; null when it may go on. */
  admitCaller(portalId: number, userId: string): Promise<TurnedAway | null>;
  admitAddress(address: string): Promise<TurnedAway | null>;
}

/**
 * Counts in this process's memory: a question costs one query at most, and counting in the store would cost another. With n
 * processes somebody may ask n times as often, which is still no loop.
 */
export function openThrottle({ perUser, perPortal, perAddress }: RequestLimits): Throttle {
  const counter = (points: number) => new RateLimiterMemory({ points, duration: 60 });
  const [users, portals, addresses] = [counter(perUser), counter(perPortal), counter(perAddress)];
  return {
    async admitCaller(portalId, userId) {
      // The user first, so that whoever is over their own limit uses up nothing of the portal's.
      return (
        (await admit(users, 'user', `${portalId} ${userId}`)) ??
        (await admit(portals, 'portal', String(portalId)))
      );
    },
    admitAddress: (address) => admit(addresses, 'address', address),
  };
}

async function admit(
  counter: RateLimiterMemory,
  whose: TurnedAway['whose'],
  key: string,
): Promise<TurnedAway | null> {
  try {
    await counter.consume(key);
    return null;
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    return { whose, waitSeconds: Math.max(1, Math.ceil(refused.msBeforeNext / 1_000)) };
  }
}
