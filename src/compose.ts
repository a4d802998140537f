import { createServer, type Server } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import type { Logger } from 'pino';
import type { SealingKey } from './config.ts';
import { answeredOf, rolesOf } from './access/index.ts';
import { createForecastService } from './domains/forecast/index.ts';
import { createQuotaForecastService, quotaForecastRoutes } from './domains/quota-forecast/index.ts';
import { createQuotaService } from './domains/quota/index.ts';
import { createTeamService, type TeamService } from './domains/team/index.ts';
import { createApp, healthRouter, serveSignedRoutes, type SignedAccess } from './http/index.ts';
import { installTimeouts, openHubSpot, openPacer, type PortalSession } from './hubspot/index.ts';
import {
  createSealer,
  forPortal as installOf,
  installRouter,
  listConnectedPortals,
  storedTokens,
  type InstallDependencies,
} from './install/index.ts';
import { createQueue, type Queue } from './jobs/index.ts';
import { systemClock, type Clock } from './kernel/clock.ts';
import { readManifest, type Manifest } from './manifest/index.ts';
import { openDatabase, type OpenDatabase, type StoreLocation } from './store/index.ts';
import {
  acceptEvents,
  portalJobs,
  webhookRouter,
  type PortalSync,
  type SyncDependencies,
} from './sync/index.ts';

/** What has to be known before the house can be built. */
export interface Settings {
  readonly store: StoreLocation;
  readonly hubspotOrigin: string;
  readonly authorizeOrigin: string;
  readonly clientId: string;
  readonly clientSecrets: readonly string[];
  readonly appId: number;
  readonly publicUrl: string;
  readonly port: number;
  /** The interface to listen on: all of them behind a proxy, loopback for a sandbox. */
  readonly host: '0.0.0.0' | '127.0.0.1';
  readonly keys: readonly SealingKey[];
  /** Business dates follow this clock; signatures and tokens always the real one. */
  readonly clock: Clock;
  readonly log: Logger;
}

export interface Sideline {
  readonly database: OpenDatabase;
  readonly manifest: Manifest;
  readonly sync: SyncDependencies;
  readonly queue: Queue;
  readonly team: TeamService;
  /** Starts working off jobs. */
  work(): Promise<void>;
  /** Starts listening; answers once requests are served. */
  serve(): Promise<void>;
  /** Stops taking requests, lets running work finish, closes the store. */
  stop(): Promise<void>;
  syncOf(portalId: number): Promise<PortalSync>;
}

const manifestPath = fileURLToPath(new URL('../app.json', import.meta.url));

/** Builds the whole service; the only place that does. */
export async function compose(settings: Settings): Promise<Sideline> {
  installTimeouts();
  const { clock, log } = settings;
  const manifest = readManifest(manifestPath);
  const database = await openDatabase(settings.store);
  const { db } = database;
  const [clientSecret = ''] = settings.clientSecrets;
  const hubspot = openHubSpot({
    origin: settings.hubspotOrigin,
    clientId: settings.clientId,
    clientSecret,
    pacer: openPacer({ clock: systemClock, sleep: async (ms) => void (await sleep(ms)) }),
    sleep: async (ms) => void (await sleep(ms)),
    random: Math.random,
  });
  const install: InstallDependencies = {
    db,
    hubspot,
    sealer: createSealer(settings.keys),
    clock: systemClock,
    manifest,
    publicUrl: settings.publicUrl,
    authorizeOrigin: settings.authorizeOrigin,
    appId: settings.appId,
  };
  const quota = createQuotaService({ db, clock });
  const forecast = createForecastService({ db, clock });
  const queue = createQueue(database, log);

  // One session a portal: its token source shares one renewal among all who ask at once.
  const sessions = new Map<number, PortalSession>();
  const openSession = (portalId: number): PortalSession => {
    const open = sessions.get(portalId) ?? hubspot.forPortal(portalId, storedTokens(install, portalId));
    sessions.set(portalId, open);
    return open;
  };
  const sync: SyncDependencies = { db, manifest, clock, log, quota, forecast, openSession };
  const findPortal = (portalId: number) => installOf(db, portalId).read();
  const syncOf = async (portalId: number): Promise<PortalSync> => {
    const portal = await findPortal(portalId);
    if (!portal?.connected) throw new Error(`portal ${portalId} is not connected`);
    return { ...sync, portal, session: openSession(portalId) };
  };

  const jobs = portalJobs({
    queue,
    listPortals: () => listConnectedPortals(db),
    openPortal: async (portalId) => {
      const portal = await findPortal(portalId);
      return portal?.connected ? { ...sync, portal, session: openSession(portalId) } : null;
    },
  });

  const access: SignedAccess = {
    clientSecrets: settings.clientSecrets,
    appId: settings.appId,
    publicUrl: settings.publicUrl,
    clock: systemClock,
    findCaller: async (portalId, userId) => {
      const portal = await findPortal(portalId);
      return portal && { portal, userId, isOps: await rolesOf(db, portalId).holds(userId, 'ops') };
    },
    answersOf: (portalId) => answeredOf(db, portalId),
  };
  const quotaForecast = createQuotaForecastService({ db, clock, quota, forecast });
  const app = createApp(
    [
      healthRouter(async () => void (await sql`select 1`.execute(db))),
      installRouter(install, (portalId) => queue.send('pull-portal', { portalId })),
      webhookRouter({
        ...access,
        path: manifest.webhooks.path,
        accept: (events) =>
          acceptEvents(
            {
              db,
              appId: settings.appId,
              ownNames: new Set(manifest.properties.definitions.map(({ name }) => name)),
              isConnected: async (portalId) => (await findPortal(portalId))?.connected ?? false,
              askForWork: (portalId) => queue.send('work-portal', { portalId }),
            },
            events,
          ),
      }),
      serveSignedRoutes(quotaForecastRoutes(quotaForecast), access),
    ],
    log,
  );
  const server = createServer(app);

  return {
    database,
    manifest,
    sync,
    queue,
    team: createTeamService({ db, clock, quota, forecast }),
    syncOf,
    work: () => queue.start(jobs),
    serve: () => listen(server, settings.port, settings.host),
    async stop() {
      if (server.listening) await close(server);
      await queue.stop();
      await database.close();
    },
  };
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => {
      resolve();
    });
    server.closeAllConnections();
  });
}
