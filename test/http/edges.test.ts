import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { Router } from 'express';
import { pino } from 'pino';
import * as z from 'zod/mini';
import {
  createApp,
  healthRouter,
  openThrottle,
  serveSignedRoutes,
  signedRoute,
} from '../../src/http/index.ts';
import { signRequest } from '../../src/hubspot/index.ts';
import { createSealer } from '../../src/install/index.ts';
import { err, ok } from '../../src/kernel/result.ts';
import { portalSettings } from '../support/mirrored-deals.ts';

const publicUrl = 'https://sideline.example';
let server: Server;
let origin: string;
let isStoreUp = true;
let logged = '';
const throttle = openThrottle({ perUser: 3, perPortal: 100, perAddress: 100 });
const turnedAway: unknown[] = [];

const portal = {
  ...portalSettings,
  id: 1,
  name: 'P',
  connected: true,
  installedBy: '1',
  scopes: [],
  sharingLevel: 'team',
  mayWriteBack: false,
  readyAt: new Date(),
} as const;

const route = (path: string, handle: () => unknown) =>
  signedRoute({
    method: 'GET',
    audience: 'everybody',
    path,
    request: z.strictObject({}),
    reply: z.strictObject({ shown: z.string() }),
    handle: async () => ok(handle() as { shown: string }),
  });

beforeAll(async () => {
  const broken = Router();
  broken.get('/broken', () => {
    throw new Error('the secret cause');
  });
  broken.post('/echo', (_request, response) => void response.status(204).end());
  const app = createApp(
    [
      healthRouter(async () => (isStoreUp ? null : 'store unreachable')),
      broken,
      serveSignedRoutes(
        [
          route('/plain', () => ({ shown: 'this' })),
          route('/talkative', () => ({ shown: 'this', hidden: 'that' })),
          signedRoute({
            method: 'GET',
            audience: 'everybody',
            path: '/refusing',
            request: z.strictObject({}),
            reply: z.strictObject({}),
            handle: async () => err({ code: 'forbidden', message: 'Ask ops.', field: 'x' }),
          }),
        ],
        {
          clientSecrets: ['secret'],
          appId: 7,
          publicUrl,
          clock: { now: () => new Date() },
          findCaller: async (_portalId, userId) => ({ portal, userId, isOps: false }),
          sealer: createSealer([{ id: 'k1', key: randomBytes(32) }]),
          answersOf: () => {
            throw new Error('no mutation here');
          },
          throttle: {
            admitCaller: (portalId, userId) =>
              userId === '2' ? Promise.resolve(null) : throttle.admitCaller(portalId, userId),
          },
          onTurnedAway: (refused) => void turnedAway.push(refused),
        },
      ),
    ],
    pino({ level: 'info' }, { write: (line: string) => void (logged += line) }),
  );
  server = app.listen(0);
  await once(server, 'listening');
  origin = `http://localhost:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.close();
  server.closeAllConnections();
});

/** As HubSpot asks under the public address; a proxy hands it on to us. */
async function ask(path: string, { userId = 2, portalId = 1 } = {}) {
  const query = `portalId=${portalId}&userId=${userId}&userEmail=a%40b.example&appId=7`;
  const timestamp = String(Date.now());
  const uri = `${publicUrl}${path}?${query}`;
  const signature = signRequest('secret', { method: 'GET', uri, rawBody: Buffer.alloc(0), timestamp });
  return fetch(`${origin}${path}?${query}`, {
    headers: { 'X-HubSpot-Signature-v3': signature, 'X-HubSpot-Request-Timestamp': timestamp },
  });
}

test('the signature counts under the public address, whatever a proxy made of it', async () => {
  expect(await (await ask('/plain')).json()).toEqual({ shown: 'this' });
});

test('an answer that says more than the contract never leaves the house', async () => {
  const answer = await ask('/talkative');
  expect(answer.status).toBe(500);
  expect(await answer.text()).not.toContain('that');
});

test('a refusal comes with its status, code, words and field', async () => {
  const answer = await ask('/refusing');
  expect(answer.status).toBe(403);
  expect(await answer.json()).toEqual({ error: { code: 'forbidden', message: 'Ask ops.', field: 'x' } });
});

test('what broke is told to the log, without the query, and to nobody else', async () => {
  const answer = await fetch(`${origin}/broken?userEmail=ana%40example.com`);
  expect(answer.status).toBe(500);
  expect(await answer.text()).not.toContain('cause');
  expect(logged).toContain('the secret cause');
  expect(logged).toContain('"route":"/broken"');
  expect(logged).not.toContain('ana%40example.com');
});

test.each([
  // Small on the wire, so that it is sent whole before it is refused.
  ['longer than 1 MB', gzipSync('x'.repeat(1_100_000)), 413],
  ['no gzip at all', 'no gzip at all', 400],
])('a body that is %s is the fault of who sent it', async (_what, body, status) => {
  const headers = { 'Content-Encoding': 'gzip' };
  const answer = await fetch(`${origin}/echo`, { method: 'POST', body, headers });
  expect(answer.status).toBe(status);
  expect(await answer.json()).toMatchObject({ error: { code: 'bad_request' } });
});

test('every answer carries the headers that keep browsers and caches from misusing it', async () => {
  const answer = await ask('/plain');
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'cache-control': 'no-store',
    'strict-transport-security': expect.stringContaining('max-age='),
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'SAMEORIGIN',
    'referrer-policy': 'no-referrer',
    'content-security-policy': expect.stringContaining("default-src 'self'"),
  });
});

test('a request has an id, which stands in the answer and in the log', async () => {
  logged = '';
  const answer = await ask('/plain');
  const id = answer.headers.get('x-request-id') ?? '';
  expect(id).toMatch(/^[0-9a-f-]{36}$/);
  const line = JSON.parse(logged.trim().split('\n').at(-1) ?? '');
  expect(line).toMatchObject({ requestId: id, method: 'GET', route: '/plain', status: 200, portalId: 1 });
  expect(line.ms).toBeGreaterThan(0);
});

test('whoever asks too often is told when to come back, and takes nothing from others', async () => {
  const statuses: number[] = [];
  for (let asked = 0; asked < 4; asked += 1) statuses.push((await ask('/plain', { userId: 3 })).status);
  expect(statuses).toEqual([200, 200, 200, 429]);
  const refused = await ask('/plain', { userId: 3 });
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(await refused.json()).toMatchObject({ error: { code: 'too_many_requests' } });
  expect((await ask('/plain', { userId: 4 })).status).toBe(200);
  expect((await ask('/plain', { userId: 3, portalId: 2 })).status).toBe(200);
  expect(turnedAway).toEqual([{ whose: 'user', waitSeconds: expect.any(Number) }, expect.anything()]);
});

test('a forged request counts for nobody', async () => {
  const query = 'portalId=1&userId=5&userEmail=a%40b.example&appId=7';
  for (let asked = 0; asked < 5; asked += 1)
    expect((await fetch(`${origin}/plain?${query}`)).status).toBe(401);
  expect((await ask('/plain', { userId: 5 })).status).toBe(200);
});

test('readiness says when the store is away', async () => {
  isStoreUp = false;
  const answer = await fetch(`${origin}/ready`);
  isStoreUp = true;
  expect(answer.status).toBe(503);
  expect((await fetch(`${origin}/health`)).status).toBe(200);
});
