import { randomBytes } from 'node:crypto';
import { pino } from 'pino';
import { createForecastService } from '../../src/domains/forecast/index.ts';
import { createQuotaService } from '../../src/domains/quota/index.ts';
import { openHubSpot, type PortalSession } from '../../src/hubspot/index.ts';
import { createSealer, storedTokens, type InstallDependencies } from '../../src/install/index.ts';
import { forPortal as installOf } from '../../src/install/store.ts';
import { provisionProperties } from '../../src/install/provision-properties.ts';
import { sealTokens } from '../../src/install/seal-tokens.ts';
import { businessClock, systemClock, type Clock } from '../../src/kernel/clock.ts';
import type { Portal } from '../../src/kernel/portal.ts';
import type { FollowMerge } from '../../src/mirror/index.ts';
import type { PortalOptions, RunningPortal } from '../../src/sandbox/portal/index.ts';
import type { Tables } from '../../src/store/index.ts';
import type { PortalSync } from '../../src/sync/index.ts';
import type { TaskFollower } from '../../src/tasks/index.ts';
import type { Kysely } from 'kysely';
import { grantTokens } from './grant-tokens.ts';
import { businessNow, people } from './small-company.ts';
import { appId, manifest, startPortal } from './start-portal.ts';

/** Nothing listens there: what these tests need of the service they call themselves. */
const publicUrl = 'http://localhost:9';

export interface OpenSync {
  readonly portal: RunningPortal;
  readonly install: InstallDependencies;
  readonly session: PortalSession;
  /** A pass's view of the portal as it is stored now. */
  sync(): Promise<PortalSync>;
  choose(choice: Partial<Pick<Portal, 'sharingLevel' | 'mayWriteBack'>>): Promise<void>;
  stop(): Promise<void>;
}

/**
 * A sandbox portal with Sideline connected to it, and no queue between: a test runs each pass when it likes.
 * `withoutScopes` are those that the portal's admin has not granted.
 */
export async function openSync(
  db: Kysely<Tables>,
  {
    withoutScopes = [],
    clock = businessClock(new Date(businessNow)),
    adminUserId = people.olga.userId,
    taskFollower,
    followMerge,
    ...options
  }: Partial<PortalOptions> & {
    withoutScopes?: readonly string[];
    clock?: Clock;
    /** Who connects Sideline: a super admin of the portal. */
    adminUserId?: number;
    /** Nobody unless told. */
    taskFollower?: TaskFollower;
    followMerge?: FollowMerge;
  } = {},
): Promise<OpenSync> {
  const portal = await startPortal(publicUrl, { businessClock: clock, ...options });
  const { app, state } = portal;
  const portalId = state.account.portalId;
  const hubspot = openHubSpot({
    origin: portal.origin,
    clientId: app.clientId,
    clientSecret: app.clientSecret,
    pacer: { acquire: async () => {}, observe: () => {} },
    sleep: async () => {},
    random: () => 0,
  });
  const install: InstallDependencies = {
    db,
    hubspot,
    sealer: createSealer([{ id: 'k1', key: randomBytes(32) }]),
    clock: systemClock,
    manifest,
    publicUrl,
    authorizeOrigin: portal.origin,
    appId,
  };
  const scopes = [...app.requiredScopes, ...app.optionalScopes].filter(
    (scope) => !withoutScopes.includes(scope),
  );
  const tokens = await grantTokens({ origin: portal.origin, app, scopes, userId: adminUserId });
  const installs = installOf(db, portalId);
  await installs.connect(
    { ...state.account, installedBy: String(adminUserId), scopes },
    sealTokens(install.sealer, portalId, tokens, systemClock.now()),
    systemClock.now(),
  );
  const session = hubspot.forPortal(portalId, storedTokens(install, portalId));
  await provisionProperties(session, manifest, scopes, []);
  const quota = createQuotaService({ db, clock });
  const forecast = createForecastService({ db, clock });
  const log = pino({ level: 'silent' });
  return {
    portal,
    install,
    session,
    async sync() {
      const stored = await installs.read();
      if (!stored) throw new Error('the portal is not installed');
      return {
        db,
        manifest,
        clock,
        log,
        quota,
        forecast,
        taskFollower,
        followMerge,
        openSession: () => session,
        portal: stored,
        session,
      };
    },
    choose: (choice) => installs.choose(choice),
    stop: () => portal.stop(),
  };
}
