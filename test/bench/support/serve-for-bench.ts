/**
 * A server in a process of its own: `node serve-for-bench.ts card|bare <location>`. `card` is the whole service; `bare` is what
 * it is measured against, the least that could be asked of a signed endpoint: the signature, one row by its key, JSON.
 */
import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { pino } from 'pino';
import { compose } from '../../../src/compose.ts';
import { verifySignature } from '../../../src/hubspot/index.ts';
import { systemClock } from '../../../src/kernel/clock.ts';
import { openDatabase, type StoreLocation } from '../../../src/store/index.ts';
import { appId, clientSecret, publicUrl } from './signing.ts';

const [mode, place = '{}', worker] = process.argv.slice(2);
const location = JSON.parse(place) as StoreLocation;
const port = mode === 'bare' ? await serveBare() : await serveService();
process.send?.({ port });
process.once('disconnect', () => process.exit(0));

async function serveService(): Promise<number> {
  const port = await freePort();
  const sideline = await compose({
    store: location,
    hubspotOrigin: 'http://127.0.0.1:9',
    authorizeOrigin: 'http://127.0.0.1:9',
    clientId: 'bench',
    clientSecrets: [clientSecret],
    appId,
    publicUrl,
    port,
    host: '127.0.0.1',
    keys: [{ id: 'k1', key: randomBytes(32) }],
    clock: systemClock,
    log: pino({ level: 'silent' }),
  });
  if (worker === 'work') await sideline.work();
  await sideline.serve();
  return port;
}

async function serveBare(): Promise<number> {
  const { db } = await openDatabase(location);
  const app = express();
  app.get('/bare', async (request, response) => {
    const isSigned = verifySignature({
      secrets: [clientSecret],
      method: request.method,
      uri: `${publicUrl}${request.originalUrl}`,
      rawBody: Buffer.alloc(0),
      timestamp: request.get('x-hubspot-request-timestamp'),
      signature: request.get('x-hubspot-signature-v3'),
      now: Date.now(),
    });
    if (!isSigned) {
      response.sendStatus(401);
      return;
    }
    const query = new URL(request.originalUrl, publicUrl).searchParams;
    const deal = await db
      .selectFrom('deal')
      .select(['name', 'amount', 'stage_id', 'close_at'])
      .where('portal_id', '=', Number(query.get('portalId')))
      .where('id', '=', query.get('dealId') ?? '')
      .executeTakeFirst();
    response.json(deal);
  });
  return listen(app);
}

async function listen(app: express.Express): Promise<number> {
  return new Promise((resolve) => {
    const server = app.listen(0, '127.0.0.1', () => {
      resolve((server.address() as AddressInfo).port);
    });
  });
}

async function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = express().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => {
        resolve(port);
      });
    });
  });
}
