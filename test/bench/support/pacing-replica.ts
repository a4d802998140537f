/** One of several replicas in `pacing.ts`: calls a portal as fast as the shared ledger allows, and reports what it saw. */
import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod';
import {
  openHubSpot,
  openPacer,
  type Bucket,
  type HubSpotCall,
  type Ledger,
} from '../../../src/hubspot/index.ts';
import { systemClock } from '../../../src/kernel/clock.ts';
import { ok } from '../../../src/kernel/result.ts';
import { openSharedLedger } from '../../../src/pacing/index.ts';
import { openDatabase } from '../../../src/store/index.ts';

export interface ReplicaOrders {
  readonly storeUrl: string;
  readonly origin: string;
  readonly portalId: number;
  readonly accessToken: string;
  /** For how long to call, from the moment that the replica is ready. */
  readonly forMs: number;
  /** Calls that wait at once. */
  readonly callsAtOnce: number;
  readonly searchesAtOnce: number;
}

export interface ReplicaReport {
  /** When each call was answered, in milliseconds since 1970. */
  readonly answered: Readonly<Record<Bucket, readonly number[]>>;
  readonly refused: Readonly<Record<Bucket, number>>;
  readonly reservations: readonly { readonly ms: number; readonly tickets: number }[];
}

const orders = JSON.parse(process.argv[2] ?? '') as ReplicaOrders;
const store = await openDatabase({ kind: 'postgres', url: orders.storeUrl });
const shared = openSharedLedger({ db: store.db, clock: systemClock });
const reservations: { ms: number; tickets: number }[] = [];
const ledger: Ledger = {
  async reserve(...wish) {
    const begun = performance.now();
    const tickets = await shared.reserve(...wish);
    reservations.push({ ms: performance.now() - begun, tickets: tickets.length });
    return tickets;
  },
  hold: (...given) => shared.hold(...given),
};
const refused: Record<Bucket, number> = { general: 0, search: 0 };
const hubspot = openHubSpot({
  origin: orders.origin,
  clientId: 'client-1',
  clientSecret: 'secret-1',
  pacer: openPacer({ clock: systemClock, sleep: async (ms) => void (await sleep(ms)), ledger }),
  sleep: async (ms) => void (await sleep(ms)),
  random: Math.random,
  onExchange({ status, policy }) {
    if (status === 429) refused[policy === 'SECONDLY' ? 'search' : 'general'] += 1;
  },
});
const session = hubspot.forPortal(orders.portalId, {
  accessToken: async () => ok(orders.accessToken),
  refresh: async () => ok(orders.accessToken),
});
const answered: Record<Bucket, number[]> = { general: [], search: [] };
const calls: Record<Bucket, HubSpotCall<unknown>> = {
  general: {
    method: 'GET',
    path: '/crm/objects/2026-09/deals',
    query: { limit: '1' },
    repeatable: true,
    reply: z.unknown(),
  },
  search: {
    method: 'POST',
    path: '/crm/objects/2026-09/deals/search',
    json: { limit: 1 },
    bucket: 'search',
    repeatable: true,
    reply: z.unknown(),
  },
};

const until = Date.now() + orders.forMs;
const keepCalling = async (bucket: Bucket): Promise<void> => {
  while (Date.now() < until) {
    const reply = await session.call(calls[bucket]);
    if (!reply.ok) throw new Error(`${reply.failure.code} ${reply.failure.message}`);
    answered[bucket].push(Date.now());
  }
};
await Promise.all([
  ...Array.from({ length: orders.callsAtOnce }, () => keepCalling('general')),
  ...Array.from({ length: orders.searchesAtOnce }, () => keepCalling('search')),
]);
await store.close();
process.stdout.write(JSON.stringify({ answered, refused, reservations } satisfies ReplicaReport));
