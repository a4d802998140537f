import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import { createForecastService } from '../../../src/domains/forecast/index.ts';
import { createQuotaService } from '../../../src/domains/quota/index.ts';
import {
  installTimeouts,
  openHubSpot,
  openMemoryLedger,
  openPacer,
  type Pacer,
  type PortalSession,
} from '../../../src/hubspot/index.ts';
import { createSealer, storedTokens, type InstallDependencies } from '../../../src/install/index.ts';
import { provisionProperties } from '../../../src/install/provision-properties.ts';
import { sealTokens } from '../../../src/install/seal-tokens.ts';
import { forPortal as installOf } from '../../../src/install/store.ts';
import { systemClock } from '../../../src/kernel/clock.ts';
import type { Portal } from '../../../src/kernel/portal.ts';
import type { OpenDatabase } from '../../../src/store/index.ts';
import type { PortalSync } from '../../../src/sync/index.ts';
import { grantTokens } from '../../support/grant-tokens.ts';
import { appId, manifest, sidelineApp } from '../../support/start-portal.ts';

/** Nothing listens there: a benchmark calls what it needs of the service itself. */
export const publicUrl = 'http://localhost:9';

/** One call to HubSpot, refused and repeated ones apart. `at` is in milliseconds of `performance.now()`. */
export interface CallRecord {
  readonly family: string;
  readonly status: number | null;
  readonly endedAt: number;
  readonly ms: number;
}

export interface ConnectedPortal {
  readonly portalId: number;
  readonly session: PortalSession;
  readonly calls: CallRecord[];
  readonly accessToken: string;
  sync(): Promise<PortalSync>;
  choose(choice: Partial<Pick<Portal, 'sharingLevel' | 'mayWriteBack'>>): Promise<void>;
}

interface Target {
  readonly origin: string;
  readonly portalId: number;
  readonly adminUserId: number;
}

export const hubspotPace = (): Pacer =>
  openPacer({
    clock: systemClock,
    sleep: async (ms) => void (await sleep(ms)),
    ledger: openMemoryLedger(systemClock),
  });

export const noPace: Pacer = { acquire: async () => {}, observe: () => {} };

/** Connects Sideline to a portal that runs in another process, with the pacing and retries of the real thing. */
export async function connectPortal(
  { db }: OpenDatabase,
  { origin, portalId, adminUserId }: Target,
  pacer: Pacer = hubspotPace(),
): Promise<ConnectedPortal> {
  installTimeouts();
  const app = sidelineApp(publicUrl);
  const calls: CallRecord[] = [];
  const hubspot = openHubSpot({
    origin,
    clientId: app.clientId,
    clientSecret: app.clientSecret,
    pacer,
    sleep: async (ms) => void (await sleep(ms)),
    random: Math.random,
    onExchange: ({ family, status, ms }) => calls.push({ family, status, ms, endedAt: performance.now() }),
  });
  const install: InstallDependencies = {
    db,
    hubspot,
    sealer: createSealer([{ id: 'k1', key: randomBytes(32) }]),
    clock: systemClock,
    manifest,
    publicUrl,
    authorizeOrigin: origin,
    appId,
  };
  const scopes = [...app.requiredScopes, ...app.optionalScopes];
  const tokens = await grantTokens({ origin, app, scopes, userId: adminUserId });
  const installs = installOf(db, portalId);
  await installs.connect(
    {
      name: 'Benchmark',
      timeZone: 'UTC',
      companyCurrency: 'EUR',
      installedBy: String(adminUserId),
      scopes,
    },
    sealTokens(install.sealer, portalId, tokens, systemClock.now()),
    systemClock.now(),
  );
  const session = hubspot.forPortal(portalId, storedTokens(install, portalId));
  await provisionProperties(session, manifest, scopes, []);
  const clock = systemClock;
  const log = pino({ level: 'silent' });
  const quota = createQuotaService({ db, clock });
  const forecast = createForecastService({ db, clock });
  return {
    portalId,
    session,
    calls,
    accessToken: tokens.accessToken,
    async sync() {
      const portal = await installs.read();
      if (!portal) throw new Error('the portal is not installed');
      return { db, manifest, clock, log, quota, forecast, openSession: () => session, portal, session };
    },
    choose: (choice) => installs.choose(choice),
  };
}
