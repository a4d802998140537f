import type { Clock } from '../kernel/clock.ts';
import type { PortalId } from '../kernel/ids.ts';
import { bucketLimits, holdFor } from './bucket.ts';
import type { Bucket, Lane, Ledger, Pacer, Ticket } from './pacer.ts';

/** Tickets taken at once: about a second's worth, so that a replica that dies wastes no more. */
const leaseSize = 12;
/** More are taken when no more than so many are left, so that the ledger is asked before the last is used. */
const lowWater = 3;
/** With both lanes waiting, one call in four is a background call. */
const promptInARow = 3;

interface Waiter {
  go(): void;
  fail(error: unknown): void;
}

/** Who waits for one bucket of one portal, and the tickets at hand. */
interface Queue {
  readonly waiting: Readonly<Record<Lane, Waiter[]>>;
  readonly tickets: Ticket[];
  readonly unused: Ticket[];
  heldUntil: number;
  promptsSinceBackground: number;
}

export interface PacerSettings {
  readonly clock: Clock;
  readonly sleep: (ms: number) => Promise<void>;
  /** Shared by all processes that serve the same portals. */
  readonly ledger: Ledger;
}

/** A pacer that sends each call on a ticket of the ledger. */
export function openPacer({ clock, sleep, ledger }: PacerSettings): Pacer {
  const queues = new Map<string, Queue>();
  const now = () => clock.now().getTime();

  const refill = async (queue: Queue, portalId: PortalId, bucket: Bucket): Promise<void> => {
    const count = Math.min(leaseSize, waitersOf(queue) - queue.tickets.length);
    if (queue.tickets.length > lowWater || count <= 0) return;
    const unused = queue.unused.splice(0);
    queue.tickets.push(...(await ledger.reserve(portalId, bucket, { count, unused })));
  };

  const serve = async (queue: Queue, portalId: PortalId, bucket: Bucket): Promise<void> => {
    while (waitersOf(queue) > 0) {
      // After a sleep everything is looked at again: a refusal may have come in, or somebody in more of a hurry.
      if (queue.heldUntil > now()) {
        queue.unused.push(...queue.tickets.splice(0));
        await sleep(queue.heldUntil - now());
        continue;
      }
      await refill(queue, portalId, bucket);
      const [ticket] = queue.tickets;
      if (ticket === undefined) throw new Error('The ledger gave no ticket');
      if (now() - ticket.at > bucketLimits[bucket].latestMs) {
        queue.unused.push(ticket);
        queue.tickets.shift();
      } else if (ticket.at > now()) {
        await sleep(ticket.at - now());
      } else if (queue.heldUntil <= now()) {
        queue.tickets.shift();
        takeNext(queue)?.go();
      }
    }
    // In the same turn as the look at who waits, so that nobody queues where nobody serves.
    queues.delete(keyOf(portalId, bucket));
  };

  const open = (portalId: PortalId, bucket: Bucket): Queue => {
    const key = keyOf(portalId, bucket);
    const known = queues.get(key);
    if (known) return known;
    const queue: Queue = {
      waiting: { prompt: [], background: [] },
      tickets: [],
      unused: [],
      heldUntil: 0,
      promptsSinceBackground: 0,
    };
    queues.set(key, queue);
    void (async () => {
      // Until whoever opened the queue stands in it.
      await Promise.resolve();
      try {
        await serve(queue, portalId, bucket);
      } catch (error) {
        queues.delete(key);
        for (let waiter = takeNext(queue); waiter !== undefined; waiter = takeNext(queue)) waiter.fail(error);
      }
    })();
    return queue;
  };

  return {
    acquire: (portalId, bucket, lane = 'prompt') =>
      new Promise((go, fail) => open(portalId, bucket).waiting[lane].push({ go, fail })),
    observe(portalId, bucket, news) {
      const holdMs = holdFor(news);
      if (holdMs === 0) return;
      const queue = queues.get(keyOf(portalId, bucket));
      if (queue) queue.heldUntil = Math.max(queue.heldUntil, now() + holdMs);
      // Where the ledger cannot be reached the next reservation fails too, and there somebody waits to hear it.
      ledger.hold(portalId, bucket, holdMs).catch(() => {});
    },
  };
}

function keyOf(portalId: PortalId, bucket: Bucket): string {
  return `${portalId} ${bucket}`;
}

function waitersOf({ waiting }: Queue): number {
  return waiting.prompt.length + waiting.background.length;
}

function takeNext(queue: Queue): Waiter | undefined {
  const { prompt, background } = queue.waiting;
  const isTurn = prompt.length === 0 || queue.promptsSinceBackground >= promptInARow;
  const waiter = isTurn ? (background.shift() ?? prompt.shift()) : prompt.shift();
  queue.promptsSinceBackground = isTurn ? 0 : queue.promptsSinceBackground + 1;
  return waiter;
}
