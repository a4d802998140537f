import { readErrorBody } from './schemas/error-body.ts';
import type { HttpRequest, Transport } from './transport.ts';

/** One exchange with HubSpot as an operator sees it: nothing of what was said in it. */
export interface Exchange {
  /** The kind of call, for example `crm/objects/deals/batch/update`: a word of a short list, never an id. */
  readonly family: string;
  /** Null where no answer came. */
  readonly status: number | null;
  readonly ms: number;
  /** The limit that a 429 names. */
  readonly policy: string | null;
}

/** The same transport, telling of each exchange when it is over. */
export function watchTransport(transport: Transport, tell: (exchange: Exchange) => void): Transport {
  return async (request, accessToken) => {
    const begun = performance.now();
    const outcome = await transport(request, accessToken);
    const reply = outcome.kind === 'reply' ? outcome : null;
    tell({
      family: nameFamily(request),
      status: reply?.status ?? null,
      ms: performance.now() - begun,
      policy: reply?.status === 429 ? (readErrorBody(reply.body).policyName ?? null) : null,
    });
    return outcome;
  };
}

/** Words that paths are made of; anything else in a path is a version, an id or a name that somebody chose. */
const words = new Set(
  (
    'account-info appinstalls archive associations batch billing-entities create crm currencies deal-splits deals details ' +
    'companies contacts central-fx-rates company-currency current exchange-rates external-install forecasts goal_targets groups ' +
    'introspect labels lists merge oauth objects owners pipelines properties property-validations provision read revoke search settings ' +
    'teams token update users'
  ).split(' '),
);

export function nameFamily({ path, form }: Pick<HttpRequest, 'path' | 'form'>): string {
  if (form?.['grant_type'] === 'refresh_token') return 'token refresh';
  return path
    .split('/')
    .filter((part) => words.has(part))
    .join('/');
}
