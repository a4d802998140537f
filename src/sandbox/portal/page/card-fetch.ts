import * as z from 'zod';
import type { Portal } from '../portal.ts';
import { signRequest } from '../webhooks/sign-request.ts';

const mostBytes = 1_000_000;
const longestTimeout = 120_000;

export const cardFetchRequest = z.object({
  userId: z.number().int(),
  url: z.string(),
  method: z.enum(['GET', 'POST', 'PUT', 'DELETE', 'PATCH']).default('GET'),
  body: z.unknown().optional(),
  timeout: z.number().int().positive().max(longestTimeout).default(15_000),
  headers: z.record(z.string(), z.string()).default({}),
});
export type CardFetchRequest = z.infer<typeof cardFetchRequest>;

export interface CardFetchAnswer {
  readonly status: number;
  readonly body: unknown;
}

/**
 * What HubSpot does with a card's `hubspot.fetch`: only permitted origins, no headers but Authorization, the user's
 * identity appended to the address, signed, at most 1 MB either way, one retry after a lost connection or a 5xx.
 */
export async function cardFetch(portal: Portal, request: CardFetchRequest): Promise<CardFetchAnswer> {
  const target = targetOf(portal, request);
  if (typeof target !== 'string') return target;
  const strange = Object.keys(request.headers).some((name) => name.toLowerCase() !== 'authorization');
  if (strange) return refusal(400, "Only 'Authorization' header is allowed");
  const body = request.method === 'GET' || request.body == null ? '' : JSON.stringify(request.body);
  if (Buffer.byteLength(body) > mostBytes) return refusal(413, 'The request is larger than 1 MB');
  const deadline = Date.now() + request.timeout;
  const first = await send(portal, { request, target, body, deadline });
  if (first.status < 500 || Date.now() >= deadline) return first;
  return send(portal, { request, target, body, deadline });
}

/** The address at which the app is really reached, with the identity of the user who looks at the card. */
function targetOf({ app, state }: Portal, { url, userId }: CardFetchRequest): string | CardFetchAnswer {
  const asked = URL.canParse(url) ? new URL(url) : null;
  const origin = asked && app.fetchOrigins[asked.origin];
  if (!asked || !origin) return refusal(400, `The app may not fetch from ${url}`);
  const person = state.people.values().find((candidate) => candidate.userId === userId);
  if (!person || person.archived) return refusal(403, `No user ${userId}`);
  const identity = [
    `portalId=${state.account.portalId}`,
    `userId=${userId}`,
    `userEmail=${encodeURIComponent(person.email)}`,
    `appId=${app.appId}`,
  ].join('&');
  const joint = asked.search === '' ? '?' : `${asked.search}&`;
  return `${origin}${asked.pathname}${joint}${identity}`;
}

async function send(
  { app, realClock }: Portal,
  {
    request,
    target,
    body,
    deadline,
  }: { request: CardFetchRequest; target: string; body: string; deadline: number },
): Promise<CardFetchAnswer> {
  const { method, headers } = request;
  const timestamp = realClock.now().getTime();
  const signature = signRequest({ clientSecret: app.clientSecret, method, url: target, body, timestamp });
  try {
    const response = await fetch(target, {
      method,
      headers: { ...headers, ...signature, ...(body !== '' && { 'Content-Type': 'application/json' }) },
      ...(body !== '' && { body }),
      redirect: 'manual',
      signal: AbortSignal.timeout(Math.max(1, deadline - Date.now())),
    });
    const bytes = Buffer.from(await response.arrayBuffer());
    if (bytes.byteLength > mostBytes) return refusal(502, 'The answer is larger than 1 MB');
    return { status: response.status, body: readJson(bytes.toString('utf8')) };
  } catch (error) {
    return refusal(504, error instanceof Error ? error.message : String(error));
  }
}

function readJson(text: string): unknown {
  try {
    return text === '' ? null : (JSON.parse(text) as unknown);
  } catch {
    // A page of HTML, for example: the card gets it as it is.
    return text;
  }
}

function refusal(status: number, message: string): CardFetchAnswer {
  return { status, body: { status: 'error', category: 'VALIDATION_ERROR', message } };
}
