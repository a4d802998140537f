import type { PortalId } from '../kernel/ids.ts';
import type { Result } from '../kernel/result.ts';
import type { HubSpotFailure } from './failure.ts';
import type { Pacer } from './pacer.ts';
import { describePause, noPauses } from './pauses.ts';
import type { PortalPauses } from './pauses.ts';
import { performCall } from './perform-call.ts';
import type { HubSpotCall, TokenSource } from './perform-call.ts';
import { openTransport } from './transport.ts';
import { watchTransport, type Exchange } from './watch-transport.ts';

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
  /** `noPauses` unless told otherwise. */
  readonly pauses?: PortalPauses;
  readonly sleep: (ms: number) => Promise<void>;
  /** From 0 up to 1. */
  readonly random: () => number;
  /** Told of every exchange, for the metrics. */
  readonly onExchange?: (exchange: Exchange) => void;
}

/** The session for work that nobody waits for: each of its calls lets the portal's other calls go first. */
export function inBackground(session: PortalSession): PortalSession {
  return { ...session, call: (call) => session.call({ ...call, lane: 'background' }) };
}

/** Opens the door to HubSpot. */
export function openHubSpot(settings: HubSpotSettings): HubSpot {
  const { clientId, clientSecret, pacer, pauses = noPauses, sleep, random } = settings;
  const transport = watchTransport(openTransport(settings.origin), settings.onExchange ?? (() => {}));
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
          heldBack: () => Promise.resolve(null),
          pause: async () => {},
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
          heldBack: async () => {
            const pause = await pauses.read(portalId);
            return pause && describePause(pause);
          },
          pause: ({ reason, forMs }, { message }) => pauses.begin(portalId, { reason, forMs, message }),
          acquire: (bucket, lane) => pacer.acquire(portalId, bucket, lane),
          observe: (bucket, news) => pacer.observe(portalId, bucket, news),
        }),
    }),
  };
}
