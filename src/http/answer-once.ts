import type { Clock } from '../kernel/clock.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import type { Claim, KeyedQuestion, KeyedRequest } from '../access/index.ts';
import type { Refusal } from './refusal.ts';

export interface AnswerStore {
  claim(question: KeyedQuestion, now: Date): Promise<Claim>;
  save(request: KeyedRequest, sealedAnswer: string): Promise<void>;
  release(request: KeyedRequest): Promise<void>;
}

/** Keeps from whoever reads the store what was asked and answered, with keys that are not there. */
export interface AnswerSealer {
  /** What stands for a question, for many are small enough to be guessed. */
  readonly tags: (text: string) => readonly [string, ...string[]];
  /** An answer may name somebody, or warn of what somebody wrote. */
  seal(answer: string, purpose: string): string;
  open(sealed: string, purpose: string): string;
}

export interface AnswerMeans {
  readonly store: AnswerStore;
  readonly clock: Clock;
  readonly sealer: AnswerSealer;
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
  { store, clock, sealer }: AnswerMeans,
  { portalId, userId, key, question }: Asked,
  work: () => Promise<Result<unknown, Refusal>>,
): Promise<Result<unknown, Refusal>> {
  const request: KeyedRequest = { userId, key };
  // Who asked and the key are part of it, so that nobody finds out what another said by asking the same.
  const purpose = `portal:${portalId}:request ${key} of ${userId}`;
  const digests = sealer.tags(`${purpose}:${JSON.stringify(question)}`);
  const claim = await store.claim({ ...request, digests }, clock.now());
  if (claim.kind === 'answered') return ok(JSON.parse(sealer.open(claim.sealedAnswer, purpose)));
  if (claim.kind === 'running') {
    return err({ code: 'unavailable', message: 'This is still being worked on. Try again in a minute.' });
  }
  if (claim.kind === 'reused') {
    const message = 'This key was used for another change. Choose a new one.';
    return err({ code: 'bad_request', message, field: 'key' });
  }
  try {
    const result = await work();
    if (result.ok) await store.save(request, sealer.seal(JSON.stringify(result.value), purpose));
    else await store.release(request);
    return result;
  } catch (error) {
    await store.release(request);
    throw error;
  }
}
