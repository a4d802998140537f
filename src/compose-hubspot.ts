import { setTimeout as sleep } from 'node:timers/promises';
import { openHubSpot, openPacer, type HubSpot, type PortalPauses } from './hubspot/index.ts';
import { systemClock } from './kernel/clock.ts';
import { measurePacer, type Metrics } from './metrics/index.ts';
import { openLedger, openPauses } from './pacing/index.ts';
import type { OpenDatabase } from './store/index.ts';

interface Credentials {
  readonly hubspotOrigin: string;
  readonly clientId: string;
  /** The one in use first. */
  readonly clientSecrets: readonly string[];
}

/** Builds the way to HubSpot: at the pace that its limits leave all processes together, with the pauses that it asked for. */
export function composeHubSpot(
  { hubspotOrigin, clientId, clientSecrets: [clientSecret = ''] }: Credentials,
  database: OpenDatabase,
  metrics: Metrics,
): { readonly hubspot: HubSpot; readonly pauses: PortalPauses } {
  const wait = async (ms: number) => void (await sleep(ms));
  const pauses = openPauses({ db: database.db, clock: systemClock });
  const pacer = openPacer({ clock: systemClock, sleep: wait, ledger: openLedger(database, systemClock) });
  const hubspot = openHubSpot({
    origin: hubspotOrigin,
    clientId,
    clientSecret,
    pacer: measurePacer(pacer, metrics.countWait),
    pauses,
    onExchange: metrics.countCall,
    sleep: wait,
    random: Math.random,
  });
  return { hubspot, pauses };
}
