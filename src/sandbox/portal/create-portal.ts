import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { systemClock, type Clock } from '../../kernel/clock.ts';
import type { PortalSeed } from '../seed.ts';
import { openRateLimits, publicAppLimits } from './http/rate-limits.ts';
import { openAdmin, type Admin } from './admin/open-admin.ts';
import { openFaults } from './faults/open-faults.ts';
import { seededRandom } from './faults/seeded-random.ts';
import type { AssociationChange } from './objects/association-change.ts';
import { openFeed, type RecordChange } from './objects/change-feed.ts';
import type { SettingsChange } from './objects/settings-change.ts';
import { openSearchIndex, type SearchLag } from './objects/search-index.ts';
import { openEffectLog } from './page/effect-log.ts';
import type { Portal } from './portal.ts';
import type { PortalApp } from './portal-app.ts';
import { portalRouter } from './portal-router.ts';
import { loadSeed } from './state/load-seed.ts';
import { openStorage } from './state/open-storage.ts';
import { openStateLog } from './state/state-log.ts';
import { readPortalState } from './state/portal-state.ts';
import { openWebhookSender, type DeliverySettings } from './webhooks/open-webhook-sender.ts';

export interface PortalOptions {
  readonly app: PortalApp;
  /** Where the portal is kept; null for one that ends with the process. */
  readonly file: string | null;
  /** Makes what the portal is filled with; called only when there is none yet. */
  readonly seed: () => PortalSeed;
  readonly realClock?: Clock;
  readonly businessClock?: Clock;
  /** How far search lags behind the records, in milliseconds. */
  readonly searchLag?: SearchLag;
  /** How long each answer of the API takes, in milliseconds, whatever else is under way; none unless told. */
  readonly latencyMs?: number;
  readonly limits?: typeof publicAppLimits;
  /** Where draws of faults and of uneven search lag begin; the same seed draws the same. */
  readonly randomSeed?: number;
  /** How many changes of stored state are kept for tests to read. */
  readonly rememberedChanges?: number;
  readonly delivery?: DeliverySettings;
  /** A directory whose files are served as the portal's page. */
  readonly pageDirectory?: string | null;
  /** The first port to try; 0 for any free one. */
  readonly port?: number;
}

export interface RunningPortal extends Portal {
  readonly origin: string;
  /** What people do to the portal beside the app. */
  readonly admin: Admin;
  stop(): Promise<void>;
}

const portsToTry = 20;

/** Starts a portal that listens on loopback; a taken port moves on to the next. */
export async function createPortal({
  app,
  file,
  seed,
  realClock = systemClock,
  businessClock = realClock,
  searchLag = 0,
  latencyMs = 0,
  limits = publicAppLimits,
  randomSeed = 1,
  rememberedChanges = 200_000,
  delivery = { batchingWindow: 200, firstRetryAfter: 1_000 },
  pageDirectory = null,
  port = 0,
}: PortalOptions): Promise<RunningPortal> {
  const storage = openStorage(file);
  const state = readPortalState(storage) ?? loadSeed(storage, seed(), businessClock.now());
  const changes = openFeed<RecordChange>();
  const associationChanges = openFeed<AssociationChange>();
  const settingsChanges = openFeed<SettingsChange>();
  const stateChanges = openStateLog({
    changes,
    associationChanges,
    settingsChanges,
    remembered: rememberedChanges,
  });
  const faults = openFaults(randomSeed);
  const effects = openEffectLog(realClock);
  changes.subscribe((change) => effects.note('change', describe(change)));
  const searchIndex = openSearchIndex({
    changes,
    clock: realClock,
    lag: searchLag,
    random: seededRandom(randomSeed),
  });
  const webhooks = openWebhookSender({
    state,
    app,
    changes,
    associationChanges,
    effects,
    faults,
    clock: realClock,
    settings: delivery,
  });
  const portal = {
    app,
    state,
    realClock,
    businessClock,
    latencyMs,
    changes,
    associationChanges,
    settingsChanges,
    stateChanges,
    faults,
    searchIndex,
    limits: openRateLimits(realClock, limits),
    effects,
    webhooks,
  };
  const admin = openAdmin(portal);
  const server = await listen(portalRouter(portal, { admin, pageDirectory }), port);
  return {
    ...portal,
    admin,
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async stop() {
      server.closeAllConnections();
      server.close();
      await webhooks.stop();
      storage.close();
    },
  };
}

async function listen(router: ReturnType<typeof portalRouter>, firstPort: number): Promise<Server> {
  for (let port = firstPort; ; port += 1) {
    const server = router.listen(port, '127.0.0.1');
    try {
      await once(server, 'listening');
      return server;
    } catch (error) {
      const taken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
      if (!taken || port === firstPort + portsToTry) throw error;
    }
  }
}

function describe({ kind, type, record, values, source }: RecordChange): string {
  const names = Object.keys(values).filter((name) => name !== 'hs_lastmodifieddate');
  const what = names.length > 6 ? `${names.length} properties` : names.join(', ');
  return `${type.label.toLowerCase()} ${record.id} ${kind} by ${source.sourceLabel} (${source.sourceId}): ${what}`;
}
