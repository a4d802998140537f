import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { Router } from 'express';
import { pino } from 'pino';
import * as z from 'zod/mini';
import { createApp, healthRouter, serveSignedRoutes, signedRoute } from '../../src/http/index.ts';
import { signRequest } from '../../src/hubspot/index.ts';
import { err, ok } from '../../src/kernel/result.ts';
import { portalSettings } from '../support/mirrored-deals.ts';

const publicUrl = 'https://sideline.example';
let server: Server;
let origin: string;
let isStoreUp = true;
let logged = '';

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
      healthRouter(() => (isStoreUp ? Promise.resolve() : Promise.reject(new Error('no store')))),
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
          answersOf: () => {
            throw new Error('no mutation here');
          },
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
async function ask(path: string) {
  const query = 'portalId=1&userId=2&userEmail=a%40b.example&appId=7';
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
  expect(logged).toContain('/broken');
  expect(logged).not.toContain('ana%40example.com');
});

test('a body that cannot be read is the fault of who sent it', async () => {
  // Small on the wire, so that it is sent whole before it is refused.
  const tooLong = gzipSync('x'.repeat(1_100_000));
  for (const body of [tooLong, 'no gzip at all']) {
    const headers = { 'Content-Encoding': 'gzip' };
    const answer = await fetch(`${origin}/echo`, { method: 'POST', body, headers });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ error: { code: 'bad_request' } });
  }
});

test('readiness says when the store is away', async () => {
  isStoreUp = false;
  const answer = await fetch(`${origin}/ready`);
  isStoreUp = true;
  expect(answer.status).toBe(503);
  expect((await fetch(`${origin}/health`)).status).toBe(200);
});
