import express, { Router, type Response } from 'express';
import * as z from 'zod';
import type { RecordKind } from '../../page/portal-types.ts';
import type { StoredRecord } from '../objects/stored-record.ts';
import type { Portal } from '../portal.ts';
import { cardFetch, cardFetchRequest } from './card-fetch.ts';
import { dealList } from './deal-list.ts';
import { editRecord } from './edit-record.ts';
import { editRequest, readRequest } from './page-request.ts';
import { pagedKinds, pagedTypes } from './paged-types.ts';
import { recordPage } from './record-page.ts';
import { showSession } from './show-session.ts';
import { streamRecord } from './stream-record.ts';
import { taskRouter } from './task-router.ts';
import { workflowRouter } from './workflow-router.ts';

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
  for (const kind of pagedKinds) {
    const type = pagedTypes[kind];
    router.get(`/${kind}/:id`, (request, response) => {
      const record = findRecord(kind, request.params.id, response);
      if (record) response.json(recordPage(state, kind, record));
    });
    router.get(`/${kind}/:id/events`, (request, response) => {
      const record = findRecord(kind, request.params.id, response);
      if (record) streamRecord(portal, { type, id: record.id }, request, response);
    });
    router.patch(`/${kind}/:id`, (request, response) => {
      const asked = readRequest(editRequest, request.body, response);
      const record = asked && findRecord(kind, request.params.id, response);
      if (!asked || !record) return;
      const edited = state.storage.inOneWrite(() => editRecord(portal, { type, record }, asked));
      if (edited.ok) response.json(recordPage(state, kind, edited.value));
      else response.status(400).json({ message: edited.failure.map(({ message }) => message).join(' ') });
    });
  }

  router.use(taskRouter(portal));
  router.use(workflowRouter(portal));

  router.post('/card-fetch', async (request, response) => {
    const asked = readRequest(cardFetchRequest, request.body, response);
    if (!asked) return;
    const fetched = await cardFetch(portal, asked);
    portal.effects.note('card', `${asked.method} ${asked.url} answered ${fetched.status}`);
    response.json(fetched);
  });

  function findRecord(kind: RecordKind, id: string, response: Response): StoredRecord | undefined {
    const record = state.records(pagedTypes[kind]).get(id);
    if (!record) response.status(404).json({ message: `There is no such ${kind.slice(0, -1)}.` });
    return record;
  }
  return router;
}
