import { Client } from '@hubspot/api-client';
import { redact } from './redact.ts';

export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Path on HubSpot's origin, with its dated version. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly json?: unknown;
  /** Sent form-encoded, as HubSpot's token endpoint wants it. */
  readonly form?: Readonly<Record<string, string>>;
  /** What an error must never quote, beside the access token. */
  readonly secrets?: readonly string[];
}

/** An HTTP answer of whatever status. `body` is the parsed JSON, or undefined where the body is none. */
export interface HttpReply {
  readonly kind: 'reply';
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

/** No answer came. `cause` is the code of the network error, for example ECONNRESET. */
export interface Breakdown {
  readonly kind: 'breakdown';
  readonly cause: string;
}

/** One HTTP exchange with HubSpot, without any retry. */
export type Transport = (request: HttpRequest, accessToken: string | null) => Promise<HttpReply | Breakdown>;

/**
 * Opens HubSpot's client at an origin. The client holds no token (each call brings its own), and neither limiter nor
 * retries: the package keeps those in a process-wide singleton, so that one portal's would act on every other.
 */
export function openTransport(origin: string): Transport {
  const client = new Client({ basePath: origin.replace(/\/+$/, '') });
  return async (request, accessToken) => {
    try {
      const response = await client.apiRequest({
        method: request.method,
        path: request.path,
        authType: 'none',
        defaultJson: request.form === undefined,
        headers: headersOf(request, accessToken),
        ...(request.query !== undefined && { qs: request.query }),
        ...bodyOf(request),
      });
      const text = await response.text();
      const secrets = [...(request.secrets ?? []), ...(accessToken === null ? [] : [accessToken])];
      const body = parseJson(reportsErrors(response.status) ? redact(text, secrets) : text);
      return { kind: 'reply', status: response.status, headers: response.headers, body };
    } catch (error) {
      return { kind: 'breakdown', cause: networkCode(error) };
    }
  };
}

function headersOf(request: HttpRequest, accessToken: string | null): Record<string, string> {
  return {
    ...(accessToken !== null && { Authorization: `Bearer ${accessToken}` }),
    ...(request.form !== undefined && { 'Content-Type': 'application/x-www-form-urlencoded' }),
  };
}

function bodyOf(request: HttpRequest): { body?: unknown } {
  if (request.form !== undefined) return { body: new URLSearchParams(request.form).toString() };
  return request.json === undefined ? {} : { body: request.json };
}

/** 207 is a batch with failed rows. */
function reportsErrors(status: number): boolean {
  return status === 207 || status >= 400;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** Finds the code of a network error, which `fetch` hides in a chain of causes; anything else is a fault of ours. */
function networkCode(error: unknown): string {
  for (let cause = error; typeof cause === 'object' && cause !== null; cause = Reflect.get(cause, 'cause')) {
    const code: unknown = Reflect.get(cause, 'code');
    if (typeof code === 'string') return code;
  }
  throw error;
}
