import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Request, RequestHandler, Response } from 'express';
import type { Portal } from '../portal.ts';
import type { Answer } from './answer.ts';
import { authenticate, missingScopes } from './authorize-call.ts';
import type { Call, Route } from './route.ts';

export function serveRoute(portal: Portal, route: Route): RequestHandler {
  return async (request, response) => {
    // Half of the time passes on the way there, half on the way back; calls in flight do not wait for each other.
    if (portal.latencyMs > 0) await sleep(portal.latencyMs / 2);
    const reply = replyTo(portal, route, request);
    if (portal.latencyMs > 0) await sleep(portal.latencyMs / 2);
    send(response, reply);
  };
}

/** Authentication, limits and scopes are asked in the order in which HubSpot asks them. */
function replyTo(portal: Portal, route: Route, request: Request): Answer {
  const grant = authenticate(portal, request.headers.authorization);
  if (!grant.ok) return grant.failure;
  const counted = portal.limits.count(route.limit);
  if ('refusal' in counted) return counted.refusal;
  const call = {
    portal,
    grant: grant.value,
    params: request.params as Record<string, string>,
    version: /\/(\d{4}-\d{2})(?:-beta)?\//.exec(request.originalUrl)?.[1] ?? '',
    query: queryOf(request),
    body: request.body as unknown,
  };
  const reply = missingScopes(grant.value, route.scopes(call.params)) ?? answerCall(route, call);
  return { ...reply, headers: { ...counted.headers, ...reply.headers } };
}

function answerCall(route: Route, call: Call): Answer {
  if (route.method === 'get') return route.answer(call);
  return call.portal.state.storage.inOneWrite(() => route.answer(call));
}

export function queryOf(request: Request): URLSearchParams {
  return new URL(request.originalUrl, 'http://portal').searchParams;
}

/** Sends an answer; an error of HubSpot's envelope gets the correlation id that its header carries. */
export function send(response: Response, { status, body, headers }: Answer): void {
  const correlationId = randomUUID();
  response.status(status).set({ ...headers, 'x-hubspot-correlation-id': correlationId });
  if (body === undefined) response.end();
  else if (status >= 400 && typeof body === 'object') response.json({ ...body, correlationId });
  else response.json(body);
}
