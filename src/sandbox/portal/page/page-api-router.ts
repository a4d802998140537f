import express, { Router, type Response } from 'express';
import * as z from 'zod';
import { dealType } from '../objects/object-types.ts';
import type { StoredRecord } from '../objects/stored-record.ts';
import type { Portal } from '../portal.ts';
import { cardFetch, cardFetchRequest } from './card-fetch.ts';
import { dealList } from './deal-list.ts';
import { dealPage } from './deal-page.ts';
import { editDeal } from './edit-deal.ts';
import { editRequest, readRequest } from './page-request.ts';
import { showSession } from './show-session.ts';
import { streamDeal } from './stream-deal.ts';
import { taskRouter } from './task-router.ts';

const shownEffects = 200;
const listQuery = z.object({
  search: z.string().default(''),
  stage: z.string().default(''),
  owner: z.string().default(''),
  page: z.coerce.number().int().min(1).default(1),
});

/** What the portal's own page in the browser asks for. It is not part of HubSpot's API. */
export function pageApiRouter(portal: Portal): Router {
  const { state } = portal;
  const router = Router();
  router.use(express.json({ limit: '2mb' }));
  router.get('/session', (_request, response) => response.json(showSession(portal)));
  router.get('/effects', (_request, response) =>
    response.json({ effects: portal.effects.latest(shownEffects) }),
  );

  router.get('/deals', (request, response) => {
    const asked = readRequest(listQuery, request.query, response);
    if (asked) response.json(dealList(state, asked));
  });
  router.get('/deals/:id', (request, response) => {
    const deal = findDeal(request.params.id, response);
    if (deal) response.json(dealPage(state, deal));
  });
  router.get('/deals/:id/events', (request, response) => {
    const deal = findDeal(request.params.id, response);
    if (deal) streamDeal(portal, deal.id, request, response);
  });
  router.patch('/deals/:id', (request, response) => {
    const asked = readRequest(editRequest, request.body, response);
    const deal = asked && findDeal(request.params.id, response);
    if (!asked || !deal) return;
    const edited = state.storage.inOneWrite(() => editDeal(portal, deal, asked));
    if (edited.ok) response.json(dealPage(state, edited.value));
    else response.status(400).json({ message: edited.failure.map(({ message }) => message).join(' ') });
  });

  router.use(taskRouter(portal));

  router.post('/card-fetch', async (request, response) => {
    const asked = readRequest(cardFetchRequest, request.body, response);
    if (!asked) return;
    const fetched = await cardFetch(portal, asked);
    portal.effects.note('card', `${asked.method} ${asked.url} answered ${fetched.status}`);
    response.json(fetched);
  });

  function findDeal(id: string, response: Response): StoredRecord | undefined {
    const deal = state.records(dealType).get(id);
    if (!deal) response.status(404).json({ message: 'There is no such deal.' });
    return deal;
  }
  return router;
}
