import { randomBytes } from 'node:crypto';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import { compose, type Settings, type Sideline } from '../../src/compose.ts';
import { signRequest } from '../../src/hubspot/index.ts';
import { forPortal as installOf } from '../../src/install/index.ts';
import { businessClock } from '../../src/kernel/clock.ts';
import { dirtyOwnersOf } from '../../src/mirror/index.ts';
import type { PortalOptions, RunningPortal } from '../../src/sandbox/portal/index.ts';
import { forPortal as eventsOf } from '../../src/sync/events/store.ts';
import { outboxOf } from '../../src/sync/index.ts';
import { makeTestStorePlace } from './open-test-store.ts';
import { businessNow, people } from './small-company.ts';
import { startPortal } from './start-portal.ts';

export interface TestService {
  readonly sideline: Sideline;
  readonly portal: RunningPortal;
  readonly portalId: number;
  readonly publicUrl: string;
  /** Installs, shares with everyone and writes back: the service as it runs every day. */
  connect(): Promise<void>;
  /** Resolves when nothing is left to read, to plan or to send. */
  settled(): Promise<void>;
  stop(): Promise<void>;
}

/** The whole service on a free port beside a sandbox portal, on the engine under test; not installed yet. */
export async function startService(
  options: Partial<PortalOptions> = {},
  settings: Partial<Settings> = {},
): Promise<TestService> {
  const port = await findFreePort();
  const publicUrl = `http://localhost:${port}`;
  const clock = businessClock(new Date(businessNow));
  const portal = await startPortal(publicUrl, { businessClock: clock, ...options });
  const place = await makeTestStorePlace();
  const sideline = await compose({
    store: place.location,
    hubspotOrigin: portal.origin,
    authorizeOrigin: portal.origin,
    clientId: portal.app.clientId,
    clientSecrets: [portal.app.clientSecret],
    appId: portal.app.appId,
    publicUrl,
    port,
    host: '127.0.0.1',
    keys: [{ id: 'k1', key: randomBytes(32) }],
    clock,
    log: pino({ level: 'silent' }),
    ...settings,
  });
  await sideline.work();
  await sideline.serve();
  const { portalId } = portal.state.account;
  const { db } = sideline.database;
  const until = async (done: () => Promise<boolean>): Promise<void> => {
    while (!(await done())) await sleep(50);
  };
  const settled = async (): Promise<void> => {
    await portal.webhooks.settled();
    await until(
      async () =>
        (await eventsOf(db, portalId).read('deal', 1)).length === 0 &&
        (await dirtyOwnersOf(db, portalId).count()) === 0 &&
        (await outboxOf(db, portalId).countWaiting()) === 0,
    );
  };
  return {
    sideline,
    portal,
    portalId,
    publicUrl,
    async connect() {
      const installs = installOf(db, portalId);
      await install(publicUrl);
      await until(async () => (await installs.read())?.readyAt != null);
      await installs.choose({ sharingLevel: 'everyone', mayWriteBack: true });
      await sideline.queue.send('work-portal', { portalId });
      await settled();
    },
    settled,
    async stop() {
      await sideline.stop();
      await portal.stop();
      await place.remove();
    },
  };
}

/** A browser that begins an install: where HubSpot's consent page is, and the cookie that goes with it. */
export async function beginInstall(
  publicUrl: string,
  address = `${publicUrl}/oauth/install`,
): Promise<{ consentPage: URL; cookie: string }> {
  const begun = await fetch(address, { redirect: 'manual' });
  return {
    consentPage: new URL(begun.headers.get('location') ?? ''),
    cookie: begun.headers.getSetCookie()[0]?.split(';')[0] ?? '',
  };
}

/** Consents as a super admin of the portal; answers the address of our callback, with code and state. */
export async function consent(consentPage: URL, userId: number = people.olga.userId): Promise<string> {
  const consented = await fetch(consentPage, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ userId: String(userId) }),
  });
  return consented.headers.get('location') ?? '';
}

/** The whole install, as a super admin's browser does it, from the usual address or the one that a page gave. */
export async function install(publicUrl: string, address?: string, userId?: number): Promise<Response> {
  const { consentPage, cookie } = await beginInstall(publicUrl, address);
  return fetch(await consent(consentPage, userId), { headers: { cookie } });
}

export interface CardAnswer {
  readonly status: number;
  // Tests look into answers of every shape.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly body: any;
}

/** Asks as HubSpot asks for a card: identity appended to the address, the whole signed. */
export async function askCard(
  { publicUrl, portal }: Pick<TestService, 'publicUrl' | 'portal'>,
  path: string,
  { userId, portalId = portal.state.account.portalId }: { userId: number; portalId?: number },
): Promise<CardAnswer> {
  const identity = `portalId=${portalId}&userId=${userId}&userEmail=a%40b.example&appId=${portal.app.appId}`;
  const uri = `${publicUrl}${path}${path.includes('?') ? '&' : '?'}${identity}`;
  return askSigned(uri, portal.app.clientSecret);
}

/** Sends a signed GET; `timestamp` in milliseconds, now unless told. */
export async function askSigned(
  uri: string,
  secret: string,
  { timestamp = Date.now(), signedUri = uri }: { timestamp?: number; signedUri?: string } = {},
): Promise<CardAnswer> {
  const signed = { method: 'GET', uri: signedUri, rawBody: Buffer.alloc(0), timestamp: String(timestamp) };
  const response = await fetch(uri, {
    headers: {
      'X-HubSpot-Signature-v3': signRequest(secret, signed),
      'X-HubSpot-Request-Timestamp': signed.timestamp,
    },
  });
  return { status: response.status, body: await response.json() };
}

async function findFreePort(): Promise<number> {
  const probe = createServer().listen(0);
  await new Promise((resolve) => probe.once('listening', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
