import { Agent, request, type IncomingHttpHeaders } from 'node:http';
import { signRequest } from '../../src/hubspot/index.ts';
import type { SignedRoute } from '../../src/http/index.ts';
import type { TestService } from '../support/start-service.ts';

/** Who asks, as HubSpot would append it. */
export interface Asker {
  readonly portalId?: number;
  readonly userId: number;
  readonly appId?: number;
}

export interface Knock {
  readonly method: string;
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
  /** Null for a request without identity. */
  readonly asker?: Asker | null;
  /** What is signed instead of what is sent. */
  readonly signed?: { readonly method?: string; readonly path?: string; readonly asker?: Asker };
  readonly secret?: string;
  /** Null for a request without a signature. */
  readonly timestamp?: number | null;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Answered {
  readonly status: number;
  readonly text: string;
  readonly headers: IncomingHttpHeaders;
}

type Known = Pick<TestService, 'publicUrl' | 'portal'>;

/** Asks as HubSpot would, or as somebody would who pretends to be HubSpot. */
export async function knock({ publicUrl, portal }: Known, asked: Knock): Promise<Answered> {
  const addressOf = (path: string, asker: Asker | null | undefined) => {
    const identity = asker && {
      portalId: String(asker.portalId ?? portal.state.account.portalId),
      userId: String(asker.userId),
      userEmail: 'somebody@example.com',
      appId: String(asker.appId ?? portal.app.appId),
    };
    const query = new URLSearchParams({ ...asked.query, ...identity }).toString();
    return `${publicUrl}${path}${query === '' ? '' : `?${query}`}`;
  };
  const uri = addressOf(asked.path, asked.asker);
  const signedUri = addressOf(asked.signed?.path ?? asked.path, asked.signed?.asker ?? asked.asker);
  const timestamp = asked.timestamp === undefined ? Date.now() : asked.timestamp;
  const rawBody = Buffer.from(asked.body ?? '');
  const method = asked.signed?.method ?? asked.method;
  const signature =
    timestamp !== null &&
    signRequest(asked.secret ?? portal.app.clientSecret, {
      method,
      uri: signedUri,
      rawBody,
      timestamp: String(timestamp),
    });
  return send(uri, {
    method: asked.method,
    headers: {
      ...(signature !== false && {
        'X-HubSpot-Signature-v3': signature,
        'X-HubSpot-Request-Timestamp': String(timestamp),
      }),
      ...(asked.body !== undefined && {
        'Content-Type': 'application/json',
        'Content-Length': String(rawBody.length),
      }),
      ...asked.headers,
    },
    body: rawBody,
  });
}

/** Connections are kept: thousands of requests would use up the ports of a machine. */
const agent = new Agent({ keepAlive: true });

function send(
  uri: string,
  { body, ...options }: { method: string; headers: Record<string, string>; body: Buffer },
): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const sent = request(uri, { ...options, agent }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => {
        const text = Buffer.concat(parts).toString('utf8');
        resolve({ status: response.statusCode ?? 0, text, headers: response.headers });
      });
    });
    sent.once('error', (error) => {
      // The service has closed a connection that was idle just as it was used again: nothing was asked yet.
      if (sent.reusedSocket) resolve(send(uri, { body, ...options }));
      else reject(error);
    });
    sent.end(body);
  });
}

/** How a route takes an input: a question in its query, a mutation in its body beside a key of its own. */
export function inputOf(
  route: Pick<SignedRoute, 'method' | 'path'>,
  input: unknown,
  key = `key-${Math.random().toString(36).slice(2).padEnd(12, '0')}`,
): Pick<Knock, 'method' | 'path' | 'query' | 'body'> {
  const { method, path } = route;
  if (method === 'POST') return { method, path, body: JSON.stringify({ ...(input as object), key }) };
  const pairs = Object.entries(input as Record<string, unknown>).map(([name, value]) => [
    name,
    String(value),
  ]);
  return { method, path, query: Object.fromEntries(pairs) as Record<string, string> };
}
