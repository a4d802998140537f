import { randomUUID } from 'node:crypto';
import type { Request, RequestHandler, Response } from 'express';
import type { Portal } from '../portal.ts';
import type { Answer } from './answer.ts';
import { authenticate, missingScopes } from './authorize-call.ts';
import type { Route } from './route.ts';

/** Serves a route behind authentication, limits and scopes, in the order in which HubSpot applies them. */
export function serveRoute(portal: Portal, route: Route): RequestHandler {
  return (request, response) => {
    const grant = authenticate(portal, request.headers.authorization);
    if (!grant.ok) return send(response, grant.failure);
    const counted = portal.limits.count(route.limit);
    if ('refusal' in counted) return send(response, counted.refusal);
    response.set(counted.headers);
    const params = request.params as Record<string, string>;
    const forbidden = missingScopes(grant.value, route.scopes(params));
    if (forbidden) return send(response, forbidden);
    const query = queryOf(request);
    const body: unknown = request.body;
    const call = { portal, grant: grant.value, params, query, body };
    return send(
      response,
      route.method === 'get' ? route.answer(call) : portal.state.storage.inOneWrite(() => route.answer(call)),
    );
  };
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
