import { Router, type Request, type Response } from 'express';
import { verifySignature } from '../hubspot/index.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Portal } from '../kernel/portal.ts';
import { identityNames, readIdentity } from './caller.ts';
import { statusOf, type Refusal } from './refusal.ts';
import type { SignedRoute } from './signed-route.ts';

export interface SignedAccess {
  readonly clientSecrets: readonly string[];
  readonly appId: number;
  /** The origin under which HubSpot calls us; never taken from the request, which a proxy may have rewritten. */
  readonly publicUrl: string;
  readonly clock: Clock;
  findPortal(portalId: number): Promise<Portal | null>;
}

/** Serves the routes that cards and pages call: signature, then caller, then input, then the use case. */
export function serveSignedRoutes(routes: readonly SignedRoute[], access: SignedAccess): Router {
  const router = Router();
  for (const route of routes) {
    router.get(route.path, async (request, response) => {
      await answer(route, access, request, response);
    });
  }
  return router;
}

async function answer(route: SignedRoute, access: SignedAccess, request: Request, response: Response) {
  if (!isSigned(request, access)) {
    refuse(response, {
      code: 'bad_signature',
      message: 'This request does not carry a valid HubSpot signature.',
    });
    return;
  }
  const query = new URL(request.originalUrl, access.publicUrl).searchParams;
  const identity = readIdentity(query, access.appId);
  if (!identity.ok) {
    refuse(response, identity.failure);
    return;
  }
  const portal = await access.findPortal(identity.value.portalId);
  if (!portal?.connected) {
    refuse(response, {
      code: 'not_connected',
      message: 'Sideline is not connected to this HubSpot account. Ask an admin to connect it again.',
    });
    return;
  }
  const input = readInput(route, query);
  if ('code' in input) {
    refuse(response, input);
    return;
  }
  const result = await route.handle({ portal, userId: identity.value.userId }, input.request);
  if (!result.ok) {
    refuse(response, result.failure);
    return;
  }
  // Strict on the way out too: a field that the contract does not name never reaches a card.
  response.json(route.reply.parse(result.value));
}

/** Checks a request against HubSpot's v3 signature over the public address and the raw body. */
export function isSigned(request: Request, access: Omit<SignedAccess, 'findPortal' | 'appId'>): boolean {
  // The signature has no seams: part of a signed address sent as the body of a GET would fit it too.
  const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
  if (request.method !== 'POST' && body.length > 0) return false;
  return verifySignature({
    secrets: access.clientSecrets,
    method: request.method,
    uri: `${access.publicUrl}${request.originalUrl}`,
    rawBody: body,
    timestamp: request.get('x-hubspot-request-timestamp'),
    signature: request.get('x-hubspot-signature-v3'),
    now: access.clock.now().getTime(),
  });
}

function readInput(route: SignedRoute, query: URLSearchParams): { request: unknown } | Refusal {
  const own = [...query].filter(([name]) => !identityNames.includes(name));
  const repeated = own.find(([name]) => query.getAll(name).length > 1);
  if (repeated) {
    return { code: 'bad_request', message: `${repeated[0]} occurs more than once.`, field: repeated[0] };
  }
  const parsed = route.request.safeParse(Object.fromEntries(own));
  if (parsed.success) return { request: parsed.data };
  const [issue] = parsed.error.issues;
  const field = issue?.path.join('.') ?? '';
  return {
    code: 'bad_request',
    message: `${field || 'The request'}: ${issue?.message ?? 'invalid'}`,
    ...(field && { field }),
  };
}

export function refuse(response: Response, refusal: Refusal): void {
  response.status(statusOf[refusal.code]).json({ error: refusal });
}
