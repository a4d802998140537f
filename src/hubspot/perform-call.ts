import type * as z from 'zod';
import type { Result } from '../kernel/result.ts';
import { err } from '../kernel/result.ts';
import { decideRetry } from './decide-retry.ts';
import type { PauseOrder } from './decide-retry.ts';
import type { HubSpotFailure } from './failure.ts';
import type { Bucket, BucketNews, Lane } from './pacer.ts';
import { parseReply } from './parse-reply.ts';
import type { HttpReply, HttpRequest, Transport } from './transport.ts';

/** One call to HubSpot and the reply that it promises. */
export interface HubSpotCall<Value> extends HttpRequest {
  /** `general` unless the call is a search. */
  readonly bucket?: Bucket;
  /** `background` where nobody waits for the call; else it goes ahead of those. */
  readonly lane?: Lane;
  /** Whether doing the call twice is the same as doing it once: reads and updates to given values, never a create. */
  readonly repeatable: boolean;
  readonly reply: z.ZodType<Value>;
}

/** A portal's access token, kept by whoever keeps the installs. */
export interface TokenSource {
  /** A token that is believed to be valid. */
  accessToken(): Promise<Result<string, HubSpotFailure>>;
  /** A token in place of one that HubSpot rejected; when that one has been replaced meanwhile, the replacement. */
  refresh(rejected: string): Promise<Result<string, HubSpotFailure>>;
}

/** What a call needs of the world. `tokens` is null for calls that carry no access token. */
export interface Line {
  readonly transport: Transport;
  readonly tokens: TokenSource | null;
  readonly sleep: (ms: number) => Promise<void>;
  /** From 0 up to 1. */
  readonly random: () => number;
  /** How a call fails that must not be made now; null when it may be made. */
  readonly heldBack: () => Promise<HubSpotFailure | null>;
  readonly pause: (order: PauseOrder, failure: HubSpotFailure) => Promise<void>;
  readonly acquire: (bucket: Bucket, lane: Lane) => Promise<void>;
  readonly observe: (bucket: Bucket, news: BucketNews) => void;
}

/** Makes a call, waits and tries again as the retry table says, and parses the reply. */
export async function performCall<Value>(
  call: HubSpotCall<Value>,
  line: Line,
): Promise<Result<Value, HubSpotFailure>> {
  const bucket = call.bucket ?? 'general';
  let token = await line.tokens?.accessToken();
  let isRefreshed = false;
  for (let attempt = 1; ; attempt += 1) {
    if (token?.ok === false) return token;
    // Asked before each attempt, since another call of the portal may have been told meanwhile.
    const heldBack = await line.heldBack();
    if (heldBack !== null) return err(heldBack);
    await line.acquire(bucket, call.lane ?? 'prompt');
    const outcome = await line.transport(call, token?.value ?? null);
    if (outcome.kind === 'reply') line.observe(bucket, remainingCalls(outcome));
    if (outcome.kind === 'reply' && outcome.status >= 200 && outcome.status < 300) {
      return readSuccess(call, outcome);
    }
    const refreshable = token !== undefined && !isRefreshed;
    const { repeatable } = call;
    const decision = decideRetry({ attempt, outcome, repeatable, refreshable, random: line.random() });
    if (decision.kind === 'fail') {
      if (decision.pause !== null) await line.pause(decision.pause, decision.failure);
      return err(decision.failure);
    }
    if (decision.kind === 'retry') {
      if (outcome.kind === 'reply' && outcome.status === 429) {
        line.observe(bucket, { refusedForMs: decision.waitMs });
      }
      await line.sleep(decision.waitMs);
    } else if (line.tokens !== null && token !== undefined) {
      token = await line.tokens.refresh(token.value);
      isRefreshed = true;
    }
  }
}

/** HubSpot did it, whatever it says: where that must not happen twice, an answer that makes no sense leaves doubt. */
function readSuccess<Value>(call: HubSpotCall<Value>, reply: HttpReply): Result<Value, HubSpotFailure> {
  const read = parseReply(call.reply, reply);
  if (read.ok || call.repeatable) return read;
  return err({ ...read.failure, code: 'unknown_effect' });
}

/** Searches and some answers carry no count. */
function remainingCalls(reply: HttpReply): BucketNews {
  const remaining = reply.headers.get('x-hubspot-ratelimit-remaining');
  return remaining !== null && /^\d+$/.test(remaining) ? { remaining: Number(remaining) } : {};
}
