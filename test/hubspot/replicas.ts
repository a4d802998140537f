import { openMemoryLedger, openPacer } from '../../src/hubspot/index.ts';
import type { Bucket, Lane, Ledger, Ticket } from '../../src/hubspot/index.ts';
import { openSimulatedTime } from './simulated-time.ts';

export interface Call {
  readonly replica: number;
  readonly lane: Lane;
  readonly askedAt: number;
  /** When it left us, and when HubSpot counted it. */
  readonly sentAt: number;
  readonly arrivedAt: number;
}

export interface World {
  readonly replicas: number;
  /** Milliseconds that a call's way to HubSpot and a late timer take at most. */
  readonly wayMs: number;
  readonly lateMs: number;
  /** Milliseconds that the ledger takes at most to answer. */
  readonly ledgerMs: number;
  /** Milliseconds by which the replicas' clocks differ at most. */
  readonly skewMs: number;
  /** From 0 up to 1, again and again. */
  readonly random: () => number;
}

/** Several processes with a pacer each, clocks of their own and one ledger, in simulated time. */
export function openReplicas(world: World) {
  const { random } = world;
  const time = openSimulatedTime();
  const shared = openMemoryLedger({ now: () => new Date(time.now()) });
  const calls: Call[] = [];

  const pacers = Array.from({ length: world.replicas }, () => {
    const skew = Math.round(world.skewMs * (random() - 0.5));
    const here = (ticket: Ticket): Ticket => ({ ...ticket, at: ticket.at + skew });
    const ledger: Ledger = {
      async reserve(portalId, bucket, wish) {
        await time.sleep(world.ledgerMs * random());
        const tickets = await shared.reserve(portalId, bucket, wish);
        await time.sleep(world.ledgerMs * random());
        return tickets.map(here);
      },
      hold: (...given) => shared.hold(...given),
    };
    return openPacer({
      clock: { now: () => new Date(Math.round(time.now() + skew)) },
      sleep: (ms) => time.sleep(ms + world.lateMs * random()),
      ledger,
    });
  });

  return {
    time,
    calls,
    pacers,
    /** Asks for a call of a replica now. */
    ask: (replica: number, bucket: Bucket = 'general', lane: Lane = 'prompt'): void => {
      const askedAt = time.now();
      void pacers[replica]?.acquire(62515, bucket, lane).then(() => {
        const sentAt = time.now();
        calls.push({ replica, lane, askedAt, sentAt, arrivedAt: sentAt + world.wayMs * random() });
      });
    },
  };
}
