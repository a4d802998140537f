import { Router, type Request, type Response } from 'express';
import { identityNames, readIdentity, type Caller } from './caller.ts';
import { answerOnce, type AnswerSealer, type AnswerStore } from './answer-once.ts';
import { readMutation, readQuestion } from './read-input.ts';
import { refuse } from './refuse.ts';
import { tooMany } from './limit-addresses.ts';
import type { SignedRoute } from './signed-route.ts';
import { isRefusedUnsigned, type Signing } from './signing.ts';
import type { Throttle, TurnedAway } from './throttle.ts';
import { notePortal } from './watch-requests.ts';

export interface SignedAccess extends Signing {
  readonly appId: number;
  /** The portal with this user's roles; null for a portal that we do not know. */
  findCaller(portalId: number, userId: string): Promise<Caller | null>;
  answersOf(portalId: number): AnswerStore;
  /** By which a repeated mutation is recognised, and its answer kept. */
  readonly sealer: AnswerSealer;
  /** Counts requests that have been found genuine. Without it nobody is turned away. */
  readonly throttle?: Pick<Throttle, 'admitCaller'>;
  onTurnedAway?(turnedAway: TurnedAway): void;
}

/** Serves the routes that cards and pages call: signature, then caller, then input, then the use case. */
export function serveSignedRoutes(routes: readonly SignedRoute[], access: SignedAccess): Router {
  const router = Router();
  for (const route of routes) {
    router[route.method === 'GET' ? 'get' : 'post'](route.path, async (request, response) => {
      await answer(route, access, request, response);
    });
  }
  return router;
}

async function answer(route: SignedRoute, access: SignedAccess, request: Request, response: Response) {
  // An answer is for one person at one moment.
  response.setHeader('Cache-Control', 'no-store');
  if (isRefusedUnsigned(request, response, access)) return;
  const query = new URL(request.originalUrl, access.publicUrl).searchParams;
  const identity = readIdentity(query, access.appId);
  if (!identity.ok) {
    refuse(response, identity.failure);
    return;
  }
  const { portalId, userId } = identity.value;
  notePortal(response, portalId);
  const turnedAway = await access.throttle?.admitCaller(portalId, userId);
  if (turnedAway) {
    access.onTurnedAway?.(turnedAway);
    refuse(response, tooMany(turnedAway));
    return;
  }
  const own = [...query].filter(([name]) => !identityNames.includes(name));
  const asked = route.method === 'GET' ? readQuestion(route.request, own) : null;
  // With an input that cannot be read there is nothing to find beside the caller.
  const caller = await (route.findCaller && asked?.ok
    ? route.findCaller(portalId, userId, asked.value)
    : access.findCaller(portalId, userId));
  if (!caller?.portal.connected) {
    refuse(response, {
      code: 'not_connected',
      message: 'Sideline is not connected to this HubSpot account. Ask an admin to connect it again.',
    });
    return;
  }
  if (route.audience === 'ops' && !caller.isOps) {
    refuse(response, {
      code: 'forbidden',
      message: 'Only ops can see and change this. Ask whoever installed Sideline to make you ops.',
    });
    return;
  }
  const result =
    asked === null
      ? await mutation(route, caller, { access, own, body: request.body })
      : asked.ok
        ? await route.handle(caller, asked.value)
        : asked;
  if (!result.ok) {
    refuse(response, result.failure);
    return;
  }
  // Strict on the way out too: a field that the contract does not name never reaches a card.
  response.json(route.reply.parse(result.value));
}

async function mutation(
  route: SignedRoute,
  caller: Caller,
  { access, own, body }: { access: SignedAccess; own: readonly (readonly [string, string])[]; body: unknown },
) {
  const input = readMutation(route.request, own, body);
  if (!input.ok) return input;
  const { key, request } = input.value;
  if (route.leavesNoTrace) return route.handle(caller, request);
  return answerOnce(
    { ...access, store: access.answersOf(caller.portal.id) },
    { portalId: caller.portal.id, userId: caller.userId, key, question: [route.path, request] },
    () => route.handle(caller, request),
  );
}
