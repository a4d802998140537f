import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import express, { type Response } from 'express';
import type {
  CardEntry,
  CardFetch,
  CardFetchAnswer,
  PageEntry,
  Property,
  PropertyValues,
} from '../../../src/sandbox/page/portal-types.ts';
import { inventedContacts, inventedDeals, inventedSession, recordOf } from './invented-portal.ts';

/** A portal that answers the page's API from memory, so that the page can be tried without the real sandbox. */
export interface FakePortal {
  readonly origin: string;
  /** What cards fetched so far. */
  readonly cardFetches: readonly CardFetch[];
  /** Changes a record as a workflow or a colleague would: everybody who watches it hears of it. */
  change(id: string, properties: PropertyValues): void;
  close(): Promise<void>;
}

/** Serves the built page in `pageDirectory` and the bundles by uid; `answer` plays the service behind `hubspot.fetch`. */
export async function startFakePortal(options: {
  pageDirectory: string;
  cards: readonly Omit<CardEntry, 'bundle'>[];
  pages?: readonly Omit<PageEntry, 'bundle'>[];
  bundles: Readonly<Record<string, string>>;
  answer?: (request: CardFetch) => CardFetchAnswer | Promise<CardFetchAnswer>;
}): Promise<FakePortal> {
  const { pageDirectory, cards, pages = [], bundles, answer = () => ({ status: 404, body: null }) } = options;
  const deals = inventedDeals();
  const records = { deals, contacts: inventedContacts() };
  const watchers = new Map<string, Set<Response>>();
  const cardFetches: CardFetch[] = [];
  const effects: { at: string; kind: string; text: string }[] = [];
  const note = (kind: string, text: string) => effects.unshift({ at: new Date().toISOString(), kind, text });
  const change = (changedId: string, properties: PropertyValues) => {
    const record = [...records.deals, ...records.contacts].find(({ id }) => id === changedId);
    if (!record) throw new Error(`There is no record ${changedId}.`);
    Object.assign(record.properties, properties);
    note('change', `Deal ${changedId}: ${Object.keys(properties).join(', ')}`);
    for (const watcher of watchers.get(changedId) ?? [])
      watcher.write(`data: ${JSON.stringify({ properties })}\n\n`);
  };

  const app = express().use(express.json());
  app.use('/assets', express.static(join(pageDirectory, 'assets')));
  app.get(['/', '/deals/:id', '/contacts/:id', '/settings', '/home', '/home/*path'], (_, response) =>
    response.sendFile(join(pageDirectory, 'index.html')),
  );
  app.get('/cards/:uid', async (request, response) => {
    const bundle = bundles[request.params.uid.replace(/\.js$/, '')];
    if (bundle === undefined) return void response.sendStatus(404);
    response.type('js').send(await readFile(bundle, 'utf8'));
  });
  app.get('/sandbox/api/session', (_, response) => {
    response.json({
      ...inventedSession,
      cards: cards.map((card) => ({ ...card, bundle: `/cards/${card.uid}.js` })),
      pages: pages.map((page) => ({ ...page, bundle: `/cards/${page.uid}.js` })),
    });
  });
  app.get('/sandbox/api/deals', (request, response) => {
    const { search = '', stage = '', owner = '', page = '1' } = request.query as Record<string, string>;
    const found = deals.filter(
      ({ properties }) =>
        properties['dealname']!.toLowerCase().includes(search.toLowerCase()) &&
        (stage === '' || properties['dealstage'] === stage) &&
        (owner === '' || properties['hubspot_owner_id'] === owner),
    );
    const start = (Number(page) - 1) * 25;
    response.json({
      total: found.length,
      page: Number(page),
      pageSize: 25,
      rows: found.slice(start, start + 25).map((deal) => {
        const { properties } = deal;
        const display = displayOf(recordOf(deal).groups.flatMap((group) => group.properties));
        return {
          id: deal.id,
          name: properties['dealname'],
          pipelineLabel: 'New business',
          stageLabel: display('dealstage'),
          amount: properties['amount'],
          currency: 'EUR',
          closeDate: properties['closedate'],
          ownerName: display('hubspot_owner_id'),
          attainment: properties['sideline_attainment'],
          winProbability: properties['sideline_win_probability'],
        };
      }),
    });
  });
  for (const kind of ['deals', 'contacts'] as const) {
    const path = `/sandbox/api/${kind}/:id` as const;
    app.get(path, (request, response) => {
      const record = records[kind].find(({ id }) => id === request.params.id);
      if (record) response.json(recordOf(record));
      else response.status(404).json({ status: 'error', message: `There is no such ${kind.slice(0, -1)}.` });
    });
    app.patch(path, (request, response) => {
      change(request.params.id, (request.body as { properties: PropertyValues }).properties);
      response.json({});
    });
    app.get(`${path}/events`, (request, response) => {
      response
        .writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
        .flushHeaders();
      const all = watchers.get(request.params.id) ?? new Set();
      watchers.set(request.params.id, all.add(response));
      request.on('close', () => all.delete(response));
    });
  }
  app.get('/sandbox/api/deals/:id/tasks', (_, response) => response.json({ tasks: [] }));
  app.post('/sandbox/api/card-fetch', async (request, response) => {
    const asked = request.body as CardFetch;
    cardFetches.push(asked);
    note('card', `${asked.method} ${new URL(asked.url).pathname} as user ${asked.userId}`);
    response.json(await answer(asked));
  });
  app.get('/sandbox/api/effects', (_, response) => void response.json({ effects }));

  const server = app.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cardFetches,
    change,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const displayOf = (properties: readonly Property[]) => (name: string) =>
  properties.find((property) => property.name === name)?.display ?? null;
