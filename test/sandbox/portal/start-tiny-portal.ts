import type { PortalSeed } from '../../../src/sandbox/seed.ts';
import {
  createPortal,
  type PortalApp,
  type PortalOptions,
  type RunningPortal,
} from '../../../src/sandbox/portal/index.ts';
import type { AnswerBody } from './answer-body.ts';
import { tinySeed } from './tiny-seed.ts';

export const redirectUri = 'http://localhost:7300/oauth/callback';

export const tinyApp: PortalApp = {
  name: 'Sideline',
  clientId: 'client-1',
  clientSecret: 'secret',
  appId: 1160452,
  requiredScopes: ['oauth', 'crm.objects.deals.read', 'crm.objects.owners.read'],
  optionalScopes: [
    'crm.objects.deals.write',
    'crm.objects.contacts.read',
    'crm.objects.contacts.write',
    'crm.objects.companies.read',
    'crm.objects.companies.write',
    'crm.schemas.companies.write',
    'crm.schemas.deals.write',
    'crm.objects.goals.read',
    'crm.objects.users.read',
    'crm.objects.users.write',
    'crm.dealsplits.read_write',
    'settings.currencies.read',
    'settings.users.read',
    'settings.users.teams.read',
  ],
  redirectUrls: [redirectUri],
  webhookTarget: null,
  subscriptions: [],
  fetchOrigins: {},
  variables: {},
  cards: [],
  pages: [],
  workflowActions: [],
};

/** A clock that stands still until a test moves it. */
export function handClock(start: string) {
  let now = new Date(start);
  return {
    now: () => now,
    advance(milliseconds: number) {
      now = new Date(now.getTime() + milliseconds);
    },
  };
}

export interface Reply {
  readonly status: number;
  /** The JSON answer; empty for any other. */
  readonly body: AnswerBody;
  readonly headers: Headers;
}

export interface TinyPortal extends RunningPortal {
  readonly realTime: ReturnType<typeof handClock>;
  readonly businessTime: ReturnType<typeof handClock>;
  /** Calls the API with a token that has every scope of the app. */
  call(method: string, path: string, body?: unknown): Promise<Reply>;
  readonly tokens: { readonly access_token: string; readonly refresh_token: string };
}

/** Starts a portal of the tiny seed on a free port, with the app installed and both clocks in the test's hand. */
export async function startTinyPortal(
  options: Partial<PortalOptions> & { seed?: () => PortalSeed } = {},
): Promise<TinyPortal> {
  const realTime = handClock('2026-11-24T10:00:00.000Z');
  const businessTime = handClock('2026-11-24T10:00:00.000Z');
  const portal = await createPortal({
    app: tinyApp,
    file: null,
    seed: () => tinySeed,
    realClock: realTime,
    businessClock: businessTime,
    ...options,
  });
  const tokens = await install(portal);
  const headers = { Authorization: `Bearer ${tokens.access_token}` };
  return {
    ...portal,
    realTime,
    businessTime,
    tokens,
    call: (method, path, body) => request(portal.origin + path, { method, body, headers }),
  };
}

/** Walks the OAuth flow as the portal's super admin. */
export async function install(
  { origin, app }: Pick<RunningPortal, 'origin' | 'app'>,
  scopes: { optional?: readonly string[] } = {},
): Promise<{ access_token: string; refresh_token: string }> {
  const code = await authorize(origin, {
    client_id: app.clientId,
    redirect_uri: redirectUri,
    scope: app.requiredScopes.join(' '),
    optional_scope: (scopes.optional ?? app.optionalScopes).join(' '),
  });
  const { body } = await form(`${origin}/oauth/2026-09/token`, {
    grant_type: 'authorization_code',
    client_id: app.clientId,
    client_secret: app.clientSecret,
    redirect_uri: redirectUri,
    code,
  });
  return body;
}

/** Consents on the authorize page; answers the code. */
export async function authorize(
  origin: string,
  query: Readonly<Record<string, string>>,
  userId = 9586505,
): Promise<string> {
  const response = await fetch(`${origin}/oauth/authorize?${new URLSearchParams(query).toString()}`, {
    method: 'POST',
    body: new URLSearchParams({ userId: String(userId) }),
    redirect: 'manual',
  });
  return new URL(response.headers.get('location') ?? '').searchParams.get('code') ?? '';
}

export async function form(url: string, fields: Readonly<Record<string, string>>): Promise<Reply> {
  return readReply(await fetch(url, { method: 'POST', body: new URLSearchParams(fields) }));
}

export async function request(
  url: string,
  {
    method = 'GET',
    body,
    headers = {},
  }: { method?: string; body?: unknown; headers?: Record<string, string> } = {},
): Promise<Reply> {
  const json = body === undefined ? {} : { body: JSON.stringify(body) };
  return readReply(
    await fetch(url, { method, headers: { ...headers, 'Content-Type': 'application/json' }, ...json }),
  );
}

async function readReply(response: Response): Promise<Reply> {
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json') ?? false;
  const body = (isJson ? JSON.parse(text) : {}) as AnswerBody;
  return { status: response.status, body, headers: response.headers };
}
