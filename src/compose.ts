import { fileURLToPath } from 'node:url';
import type { Express } from 'express';
import type { Logger } from 'pino';
import type { Role, SealingKey } from './config.ts';
import { answeredOf } from './access/index.ts';
import { composeHubSpot } from './compose-hubspot.ts';
import { composeSurfaces } from './compose-surfaces.ts';
import {
  coachingJobs,
  createCoachingTasks,
  createPulseService,
  followContactMerge,
  followMerge,
  forgetOldCoaching,
} from './domains/coaching/index.ts';
import { createForecastService } from './domains/forecast/index.ts';
import { createQuotaService } from './domains/quota/index.ts';
import type { TeamService } from './domains/team/index.ts';
import {
  createApp,
  describeApi,
  findFault,
  healthRouter,
  limitAddresses,
  metricsRouter,
  openApiRouter,
  noLimits,
  openDoors,
  openThrottle,
  serveSignedRoutes,
  serveWorkflowActions,
  type ApiDocument,
  type RequestLimits,
  type SignedAccess,
  type SignedRoute,
} from './http/index.ts';
import { installTimeouts, type PortalSession } from './hubspot/index.ts';
import {
  createSealer,
  forgetOld,
  forPortal as installOf,
  installRouter,
  listConnectedPortals,
  openPortalSealer,
  resealPortalKeys,
  resealTokens,
  storedTokens,
  type InstallDependencies,
} from './install/index.ts';
import { createQueue, waitOutPauses, type Queue } from './jobs/index.ts';
import { systemClock, type Clock } from './kernel/clock.ts';
import { readManifest, type Manifest } from './manifest/index.ts';
import { createMetrics } from './metrics/index.ts';
import {
  isMigrated,
  openDatabase,
  readBacklog,
  type OpenDatabase,
  type StoreLocation,
} from './store/index.ts';
import {
  listChangedPortals,
  acceptEvents,
  askTogether,
  followedTypes,
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
  /** Where health, readiness and metrics are served apart from everything else; nowhere unless told. */
  readonly metricsPort?: number;
  /** `all` unless told: a worker serves no requests of HubSpot's. */
  readonly role?: Role;
  /** How often somebody may ask; without end unless told. */
  readonly requestLimits?: RequestLimits;
}

export interface Sideline {
  readonly database: OpenDatabase;
  readonly manifest: Manifest;
  readonly sync: SyncDependencies;
  readonly queue: Queue;
  readonly team: TeamService;
  /** Everything that is served to HubSpot and to people, and what of it cards and pages may ask. */
  readonly app: Express;
  readonly routes: readonly SignedRoute[];
  readonly api: ApiDocument;
  /** Starts working off jobs. */
  work(): Promise<void>;
  /** Starts listening; answers once requests are served. */
  serve(): Promise<void>;
  /** Stops taking requests, lets running work finish, closes the store. */
  stop(): Promise<void>;
  syncOf(portalId: number): Promise<PortalSync>;
}

const manifestPath = fileURLToPath(new URL('../app.json', import.meta.url));

/** Builds the whole service; with the ones beside it the only place that does. */
export async function compose(settings: Settings): Promise<Sideline> {
  installTimeouts();
  const { clock, log } = settings;
  const manifest = readManifest(manifestPath);
  const database = await openDatabase(settings.store);
  const { db } = database;
  const metrics = createMetrics();
  const { hubspot, pauses } = composeHubSpot(settings, database, metrics);
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
  const queue = createQueue(database, log, metrics.countJob);

  // One session a portal: its token source shares one renewal among all who ask at once.
  const sessions = new Map<number, PortalSession>();
  const openSession = (portalId: number): PortalSession => {
    const open = sessions.get(portalId) ?? hubspot.forPortal(portalId, storedTokens(install, portalId));
    sessions.set(portalId, open);
    return open;
  };
  const openSealer = (portalId: number) => openPortalSealer(install, portalId);
  const deps = { db, manifest, clock, realClock: systemClock, log, quota, forecast, openSealer };
  const pulse = createPulseService(deps);
  const taskFollower = createCoachingTasks(deps);
  const sync: SyncDependencies = { ...deps, taskFollower, followMerge, followContactMerge, openSession };
  const findPortal = (portalId: number) => installOf(db, portalId).read();
  const syncOf = async (portalId: number): Promise<PortalSync> => {
    const portal = await findPortal(portalId);
    if (!portal?.connected) throw new Error(`portal ${portalId} is not connected`);
    return { ...sync, portal, session: openSession(portalId) };
  };

  const jobs = portalJobs({
    queue,
    listPortals: () => listConnectedPortals(db),
    listsOfWaiting: [() => listChangedPortals(db), taskFollower.listAskedPortals],
    openPortal: async (portalId) => {
      const portal = await findPortal(portalId);
      return portal?.connected ? { ...sync, portal, session: openSession(portalId) } : null;
    },
    ...coachingJobs(deps, pulse),
    forgetOld: async () => {
      for (const forget of [forgetOld, forgetOldCoaching]) await forget(db, systemClock.now());
    },
  });

  const throttle = openThrottle(settings.requestLimits ?? noLimits);
  const access: SignedAccess = {
    clientSecrets: settings.clientSecrets,
    appId: settings.appId,
    publicUrl: settings.publicUrl,
    clock: systemClock,
    findCaller: async (portalId, userId) => {
      const found = await installOf(db, portalId).readWithRole(userId);
      return found && { ...found, userId };
    },
    answersOf: (portalId) => answeredOf(db, portalId),
    sealer: install.sealer,
    throttle,
    onTurnedAway: metrics.countTurnedAway,
  };
  const surfaces = composeSurfaces({ ...sync, install, queue, openSealer, pulse, readPause: pauses.read });
  const { team, routes, workflowActions } = surfaces;
  const api = describeApi(routes, manifest);
  const payloadsOf = (portalIds: readonly number[]) => portalIds.map((portalId) => ({ portalId }));
  const askForWork = askTogether((portalIds) => queue.sendAll('work-portal', payloadsOf(portalIds)));
  const ownNames = new Set(manifest.properties.definitions.map(({ name }) => name));
  let isStopping = false;
  const health = healthRouter(() =>
    findFault({
      isStopping: () => isStopping,
      isMigrated: () => isMigrated(db),
      askQueue: () => queue.measure(),
    }),
  );
  const app = createApp(
    [
      health,
      openApiRouter(api),
      // An install needs no signature, and each that is begun leaves a row until the next day.
      limitAddresses(['/oauth/install', manifest.redirectPath], throttle, metrics.countTurnedAway),
      installRouter(install, (portalId) => queue.send('pull-portal', { portalId })),
      webhookRouter({
        ...access,
        path: manifest.webhooks.path,
        objectTypes: followedTypes(sync),
        tell: metrics.countEvents,
        accept: (events) =>
          acceptEvents({ ...sync, clock: systemClock, appId: settings.appId, ownNames, askForWork }, events),
      }),
      serveWorkflowActions(workflowActions, { ...access, findPortal }),
      serveSignedRoutes(routes, access),
    ],
    log,
    metrics.countRequest,
  );
  const standing = async () => ({
    ...(await readBacklog(db)),
    jobs: await queue.measure(),
    connections: database.countConnections(),
  });
  const printed = { contentType: metrics.contentType, print: () => metrics.print(standing) };
  const watched = createApp([health, metricsRouter(printed)], log);
  const { host, port, metricsPort, role = 'all' } = settings;
  const doors = openDoors({
    host,
    service: role === 'worker' ? null : { listener: app, port },
    watch: metricsPort === undefined ? null : { listener: watched, port: metricsPort },
  });

  return {
    database,
    manifest,
    sync,
    queue,
    team,
    syncOf,
    app,
    routes,
    api,
    async work() {
      await queue.start(waitOutPauses(jobs, { queue, readPause: pauses.read }));
      await resealTokens(install, log);
      await resealPortalKeys(install, log);
    },
    async serve() {
      await queue.open();
      await doors.open();
    },
    async stop() {
      isStopping = true;
      await doors.closeDuring(() => queue.stop());
      await database.close();
    },
  };
}
