import type { CardServices } from '../card/worker-protocol.ts';

/** HubSpot's default, in milliseconds, connecting included. */
const DEFAULT_TIMEOUT = 15_000;

/** Statuses whose Response may not have a body. */
const BODILESS = [204, 205, 304];

interface FetchOptions {
  readonly method?: string;
  readonly body?: unknown;
  readonly timeout?: number;
  readonly headers?: Headers | Record<string, string>;
}

/** `hubspot.fetch`: the page sends the question on; a Response cannot cross to a worker, so it is made anew here. */
export function fetchThroughPage(services: CardServices) {
  return async (url: string | URL, options: FetchOptions = {}): Promise<Response> => {
    const { status, body } = await services.fetch({
      url: String(url),
      method: options.method ?? 'GET',
      body: options.body ?? null,
      timeout: options.timeout ?? DEFAULT_TIMEOUT,
      headers: Object.fromEntries(new Headers(options.headers)),
    });
    const text = typeof body === 'string' ? body : JSON.stringify(body ?? null);
    return new Response(BODILESS.includes(status) ? null : text, {
      status,
      headers: { 'content-type': 'application/json' },
    });
  };
}
