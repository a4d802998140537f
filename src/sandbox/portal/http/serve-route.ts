import { randomUUID } from 'node:crypto';
import type { Request, RequestHandler, Response } from 'express';
import type { Portal } from '../portal.ts';
import type { Answer } from './answer.ts';
import { authenticate, missingScopes } from './authorize-call.ts';
import type { Call, Route } from './route.ts';

export function serveRoute(portal: Portal, route: Route): RequestHandler {
  return (request, response) => {
    send(response, replyTo(portal, route, request));
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
