import type { Clock } from '../kernel/clock.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import type { Claim, KeyedQuestion, KeyedRequest } from '../access/index.ts';
import type { Refusal } from './refusal.ts';

export interface AnswerStore {
  claim(question: KeyedQuestion, now: Date): Promise<Claim>;
  save(request: KeyedRequest, answer: unknown): Promise<void>;
  release(request: KeyedRequest): Promise<void>;
}

export interface AnswerMeans {
  readonly store: AnswerStore;
  readonly clock: Clock;
  /** What stands for a text in the store: made with keys that are not there, for many questions are small enough to be guessed. */
  readonly tags: (text: string) => readonly [string, ...string[]];
}

interface Asked {
  readonly portalId: number;
  readonly userId: string;
  readonly key: string;
  readonly question: unknown;
}

/**
 * Works a mutation off once for each idempotency key, and answers the same however often it is asked. HubSpot asks a second
 * time by itself after a 5xx. A refusal frees the key: nothing was changed. Being killed in between leaves the claim, which
 * another attempt takes over after a minute; every use case is safe to run again.
 */
export async function answerOnce(
  { store, clock, tags }: AnswerMeans,
  { portalId, userId, key, question }: Asked,
  work: () => Promise<Result<unknown, Refusal>>,
): Promise<Result<unknown, Refusal>> {
  const request: KeyedRequest = { userId, key };
  // Who asked and the key are part of it, so that nobody finds out what another said by asking the same.
  const digests = tags(`portal:${portalId}:request ${key} of ${userId}:${JSON.stringify(question)}`);
  const claim = await store.claim({ ...request, digests }, clock.now());
  if (claim.kind === 'answered') return ok(claim.answer);
  if (claim.kind === 'running') {
    return err({ code: 'unavailable', message: 'This is still being worked on. Try again in a minute.' });
  }
  if (claim.kind === 'reused') {
    const message = 'This key was used for another change. Choose a new one.';
    return err({ code: 'bad_request', message, field: 'key' });
  }
  try {
    const result = await work();
    if (result.ok) await store.save(request, result.value);
    else await store.release(request);
    return result;
  } catch (error) {
    await store.release(request);
    throw error;
  }
}
