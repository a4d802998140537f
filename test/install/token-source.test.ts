import { randomBytes } from 'node:crypto';
import nock from 'nock';
import { pino } from 'pino';
import { openHubSpot } from '../../src/hubspot/index.ts';
import {
  createSealer,
  resealTokens,
  storedTokens,
  type InstallDependencies,
} from '../../src/install/index.ts';
import { forPortal as turnsOf } from '../../src/install/renewal/store.ts';
import { forPortal as installOf } from '../../src/install/store.ts';
import { sealTokens } from '../../src/install/seal-tokens.ts';
import type { OpenDatabase } from '../../src/store/index.ts';
import { openTestStore } from '../support/open-test-store.ts';
import { appId, manifest } from '../support/start-portal.ts';

const origin = 'https://api.hubapi.com';
const minutes = 60_000;
const silent = pino({ level: 'silent' });
let store: OpenDatabase;
let now: Date;
let deps: InstallDependencies;
let portalId = 0;

beforeAll(async () => {
  store = await openTestStore();
  nock.disableNetConnect();
  // PostgreSQL, when that is the engine under test.
  nock.enableNetConnect('127.0.0.1');
});
afterAll(async () => {
  nock.enableNetConnect();
  // Its interceptor would refuse the requests of the next file in this worker.
  nock.restore();
  await store.close();
});
beforeEach(async () => {
  now = new Date('2026-11-24T10:00:00Z');
  portalId += 1;
  deps = {
    db: store.db,
    hubspot: openHubSpot({
      origin,
      clientId: 'client-1',
      clientSecret: 'secret-1',
      pacer: { acquire: async () => {}, observe: () => {} },
      sleep: async () => {},
      random: () => 0,
    }),
    sealer: createSealer([{ id: 'k1', key: randomBytes(32) }]),
    clock: { now: () => now },
    manifest,
    publicUrl: 'https://sideline.example',
    authorizeOrigin: origin,
    appId,
  };
  await connect('access-1', 'refresh-1');
});
afterEach(() => {
  nock.cleanAll();
});

const connect = (accessToken: string, refreshToken: string) =>
  installOf(store.db, portalId).connect(
    { name: 'P', timeZone: 'UTC', companyCurrency: 'EUR', installedBy: '1', scopes: ['oauth'] },
    sealTokens(deps.sealer, portalId, { accessToken, refreshToken, expiresInMs: 30 * minutes }, now),
    now,
  );

/** The authorization server, which answers each refresh token once. */
function expectRefresh(refreshToken: string, answer: { status?: number; body: object; delay?: number }) {
  return nock(origin)
    .post('/oauth/2026-09/token', (form: Record<string, string>) => form['refresh_token'] === refreshToken)
    .delay(answer.delay ?? 0)
    .reply(answer.status ?? 200, answer.body);
}
const granted = (n: number) => ({
  token_type: 'bearer',
  access_token: `access-${n}`,
  refresh_token: `refresh-${n}`,
  expires_in: 1800,
  hub_id: 62515,
  user_id: 123,
  scopes: ['oauth'],
  token_use: 'access_token',
});
const invalidGrant = {
  status: 400,
  body: { error: 'invalid_grant', status: 'BAD_REFRESH_TOKEN', message: 'gone' },
};

test('a token is used as long as it has time left, and renewed ahead of its end', async () => {
  const tokens = storedTokens(deps, portalId);
  now = new Date(now.getTime() + 24 * minutes);
  expect(await tokens.accessToken()).toEqual({ ok: true, value: 'access-1' });
  now = new Date(now.getTime() + 1);
  expectRefresh('refresh-1', { body: granted(2) });
  expect(await tokens.accessToken()).toEqual({ ok: true, value: 'access-2' });
  // What came back was kept: the next renewal goes by the new refresh token.
  now = new Date(now.getTime() + 25 * minutes);
  expectRefresh('refresh-2', { body: granted(3) });
  expect(await storedTokens(deps, portalId).accessToken()).toEqual({ ok: true, value: 'access-3' });
});

test('all who ask at once share one renewal', async () => {
  now = new Date(now.getTime() + 29 * minutes);
  const scope = expectRefresh('refresh-1', { body: granted(2), delay: 20 });
  const tokens = storedTokens(deps, portalId);
  const answers = await Promise.all([
    tokens.accessToken(),
    tokens.accessToken(),
    tokens.refresh('access-1'),
    tokens.accessToken(),
  ]);
  expect(answers).toEqual(Array(4).fill({ ok: true, value: 'access-2' }));
  expect(scope.isDone()).toBe(true);
  // Somebody whose call was refused with the old token is handed the new one.
  expect(await tokens.refresh('access-1')).toEqual({ ok: true, value: 'access-2' });
});

test('a refused refresh token disconnects the portal and forgets the tokens', async () => {
  expectRefresh('refresh-1', invalidGrant);
  const tokens = storedTokens(deps, portalId);
  expect(await tokens.refresh('access-1')).toMatchObject({ ok: false, failure: { code: 'grant_rejected' } });
  expect(await installOf(store.db, portalId).read()).toMatchObject({ connected: false });
  expect(await tokens.accessToken()).toMatchObject({ ok: false, failure: { code: 'grant_rejected' } });
});

test('a renewal that fails for another reason leaves the portal connected', async () => {
  nock(origin).post('/oauth/2026-09/token').times(20).reply(503, {});
  const tokens = storedTokens(deps, portalId);
  expect(await tokens.refresh('access-1')).toMatchObject({ ok: false, failure: { code: 'unavailable' } });
  expect(await installOf(store.db, portalId).read()).toMatchObject({ connected: true });
});

test('an install made anew while the old token is being refused stays connected, and its token is used', async () => {
  expectRefresh('refresh-1', { ...invalidGrant, delay: 200 });
  const tokens = storedTokens(deps, portalId);
  const refused = tokens.refresh('access-1');
  await new Promise((resolve) => setTimeout(resolve, 50));
  await connect('access-9', 'refresh-9');
  expect(await refused).toEqual({ ok: true, value: 'access-9' });
  expect(await installOf(store.db, portalId).read()).toMatchObject({ connected: true });
  expect(await tokens.accessToken()).toEqual({ ok: true, value: 'access-9' });
});

describe('several processes', () => {
  test('share one renewal, and each is handed the new token', async () => {
    now = new Date(now.getTime() + 31 * minutes);
    const scope = expectRefresh('refresh-1', { body: granted(2), delay: 150 });
    const replicas = Array.from({ length: 4 }, () => storedTokens(deps, portalId));
    const answers = await Promise.all(replicas.map((tokens) => tokens.accessToken()));
    expect(answers).toEqual(Array(4).fill({ ok: true, value: 'access-2' }));
    expect(scope.isDone()).toBe(true);
  });

  test('share one renewal of a token that HubSpot rejects', async () => {
    const scope = expectRefresh('refresh-1', { body: granted(2), delay: 150 });
    const replicas = Array.from({ length: 4 }, () => storedTokens(deps, portalId));
    const answers = await Promise.all(replicas.map((tokens) => tokens.refresh('access-1')));
    expect(answers).toEqual(Array(4).fill({ ok: true, value: 'access-2' }));
    expect(scope.isDone()).toBe(true);
  });

  test('do not wait for a renewal as long as the token in use holds', async () => {
    now = new Date(now.getTime() + 25 * minutes);
    await turnsOf(store.db, portalId).claim('another process', 60_000);
    expect(await storedTokens(deps, portalId).accessToken()).toEqual({ ok: true, value: 'access-1' });
  });

  test('take the turn of one that died', async () => {
    now = new Date(now.getTime() + 31 * minutes);
    await turnsOf(store.db, portalId).claim('a process that died', 300);
    expectRefresh('refresh-1', { body: granted(2) });
    expect(await storedTokens(deps, portalId).accessToken()).toEqual({ ok: true, value: 'access-2' });
    // The turn was given back.
    expect(await turnsOf(store.db, portalId).claim('the next', 1)).not.toBeNull();
  });

  test('a renewal that took too long never replaces a newer token', async () => {
    expectRefresh('refresh-1', { body: granted(2), delay: 200 });
    const slow = storedTokens(deps, portalId).refresh('access-1');
    await new Promise((resolve) => setTimeout(resolve, 50));
    await connect('access-9', 'refresh-9');
    expect(await slow).toEqual({ ok: true, value: 'access-9' });
    expect(await storedTokens(deps, portalId).accessToken()).toEqual({ ok: true, value: 'access-9' });
  });

  test('only one asks for what is refused for good, and all hear of it', async () => {
    const scope = expectRefresh('refresh-1', { ...invalidGrant, delay: 150 });
    const replicas = Array.from({ length: 3 }, () => storedTokens(deps, portalId));
    const answers = await Promise.all(replicas.map((tokens) => tokens.refresh('access-1')));
    for (const answer of answers) expect(answer).toMatchObject({ failure: { code: 'grant_rejected' } });
    expect(scope.isDone()).toBe(true);
    expect(await installOf(store.db, portalId).read()).toMatchObject({ connected: false });
  });
});

describe('while sealing keys rotate', () => {
  const older = { id: 'k1', key: randomBytes(32) };
  const newer = { id: 'k2', key: randomBytes(32) };

  test('tokens of the old key are used, and sealed anew with the new one', async () => {
    deps = { ...deps, sealer: createSealer([older]) };
    await connect('access-1', 'refresh-1');
    deps = { ...deps, sealer: createSealer([newer, older]) };
    expect(await storedTokens(deps, portalId).accessToken()).toEqual({ ok: true, value: 'access-1' });
    // The other tests' portals are sealed with keys that are gone.
    expect((await resealTokens(deps, silent)).resealed).toBe(1);
    expect((await resealTokens(deps, silent)).resealed).toBe(0);
    const sealed = await installOf(store.db, portalId).readTokens();
    expect([sealed?.access, sealed?.refresh].every((text) => text?.startsWith('k2.'))).toBe(true);
    deps = { ...deps, sealer: createSealer([newer]) };
    expectRefresh('refresh-1', { body: granted(2) });
    expect(await storedTokens(deps, portalId).refresh('access-1')).toEqual({ ok: true, value: 'access-2' });
  });

  test('a token whose key is gone is named, and stops nobody else', async () => {
    deps = { ...deps, sealer: createSealer([older]) };
    await connect('access-1', 'refresh-1');
    const lost = portalId;
    portalId += 1;
    deps = { ...deps, sealer: createSealer([newer]) };
    await connect('access-1', 'refresh-1');
    deps = { ...deps, sealer: createSealer([{ id: 'k3', key: randomBytes(32) }, newer]) };
    const { resealed, unreadable } = await resealTokens(deps, silent);
    expect(resealed).toBeGreaterThanOrEqual(1);
    expect(unreadable).toContain(lost);
    expect(unreadable).not.toContain(portalId);
  });
});

test("one portal's sealed token does not open in another's row", async () => {
  const sealed = await installOf(store.db, portalId).readTokens();
  if (!sealed) throw new Error('the portal has tokens');
  portalId += 1;
  await connect('access-1', 'refresh-1');
  await installOf(store.db, portalId).saveTokens(sealed);
  await expect(storedTokens(deps, portalId).accessToken()).rejects.toThrow();
});
