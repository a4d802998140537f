import type { PortalId } from '../kernel/ids.ts';
import type { Result } from '../kernel/result.ts';
import type { HubSpotFailure } from './failure.ts';
import type { Pacer } from './pacer.ts';
import { performCall } from './perform-call.ts';
import type { HubSpotCall, TokenSource } from './perform-call.ts';
import { openTransport } from './transport.ts';

/** Calls HubSpot in the name of one portal: its token, its share of the limits. */
export interface PortalSession {
  readonly portalId: PortalId;
  call<Value>(call: HubSpotCall<Value>): Promise<Result<Value, HubSpotFailure>>;
}

/** Calls HubSpot's authorization server in the name of the app. */
export interface AppSession {
  readonly clientId: string;
  readonly clientSecret: string;
  call<Value>(call: HubSpotCall<Value>): Promise<Result<Value, HubSpotFailure>>;
}

export interface HubSpot {
  readonly app: AppSession;
  forPortal(portalId: PortalId, tokens: TokenSource): PortalSession;
}

export interface HubSpotSettings {
  /** https://api.hubapi.com, or the sandbox portal's origin. */
  readonly origin: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly pacer: Pacer;
  readonly sleep: (ms: number) => Promise<void>;
  /** From 0 up to 1. */
  readonly random: () => number;
}

/** Opens the door to HubSpot. */
export function openHubSpot(settings: HubSpotSettings): HubSpot {
  const { clientId, clientSecret, pacer, sleep, random } = settings;
  const transport = openTransport(settings.origin);
  return {
    app: {
      clientId,
      clientSecret,
      // Calls for tokens belong to no portal, hence to no bucket.
      call: (call) =>
        performCall(call, {
          transport,
          tokens: null,
          sleep,
          random,
          acquire: async () => {},
          observe: () => {},
        }),
    },
    forPortal: (portalId, tokens) => ({
      portalId,
      call: (call) =>
        performCall(call, {
          transport,
          tokens,
          sleep,
          random,
          acquire: (bucket) => pacer.acquire(portalId, bucket),
          observe: (bucket, news) => pacer.observe(portalId, bucket, news),
        }),
    }),
  };
}
