import type { Kysely } from 'kysely';
import type { Tables } from '../../store/index.ts';

/** What became of an idempotency key: ours to work on, answered before, being worked on, or used for something else. */
export type Claim =
  | { readonly kind: 'claimed' }
  | { readonly kind: 'answered'; readonly sealedAnswer: string }
  | { readonly kind: 'running' }
  | { readonly kind: 'reused' };

export interface KeyedRequest {
  readonly userId: string;
  readonly key: string;
}

export interface KeyedQuestion extends KeyedRequest {
  /** What stands for path and body: the first is kept, and each is recognised. */
  readonly digests: readonly [string, ...string[]];
}

/** A process that was killed over a request leaves its claim behind; after this long another attempt takes it over. */
const ABANDONED_AFTER_MS = 60_000;

/** Which requests of a portal have been answered, and how: asked again, they are answered the same. */
export function forPortal(db: Kysely<Tables>, portalId: number) {
  return {
    async claim({ userId, key, digests }: KeyedQuestion, now: Date): Promise<Claim> {
      const made = await db
        .insertInto('answered_request')
        .values({
          portal_id: portalId,
          user_id: userId,
          key,
          digest: digests[0],
          answer: null,
          claimed_at: now,
        })
        .onConflict((conflict) =>
          conflict
            .columns(['portal_id', 'user_id', 'key'])
            .doUpdateSet({ claimed_at: now })
            .where('answered_request.answer', 'is', null)
            .where('answered_request.digest', 'in', digests)
            .where('answered_request.claimed_at', '<', new Date(now.getTime() - ABANDONED_AFTER_MS)),
        )
        .returning('key')
        .executeTakeFirst();
      if (made) return { kind: 'claimed' };
      const row = await db
        .selectFrom('answered_request')
        .select(['digest', 'answer'])
        .where('portal_id', '=', portalId)
        .where('user_id', '=', userId)
        .where('key', '=', key)
        .executeTakeFirst();
      if (row && !digests.includes(row.digest)) return { kind: 'reused' };
      return row?.answer == null ? { kind: 'running' } : { kind: 'answered', sealedAnswer: row.answer };
    },

    async save({ userId, key }: KeyedRequest, sealedAnswer: string): Promise<void> {
      await db
        .updateTable('answered_request')
        .set({ answer: JSON.stringify(sealedAnswer) })
        .where('portal_id', '=', portalId)
        .where('user_id', '=', userId)
        .where('key', '=', key)
        .execute();
    },

    /** A request that was refused changed nothing: with the field mended it may come again under the same key. */
    async release({ userId, key }: KeyedRequest): Promise<void> {
      await db
        .deleteFrom('answered_request')
        .where('portal_id', '=', portalId)
        .where('user_id', '=', userId)
        .where('key', '=', key)
        // Another attempt may have taken it over and answered it.
        .where('answer', 'is', null)
        .execute();
    },

    async forgetBefore(at: Date): Promise<void> {
      await db
        .deleteFrom('answered_request')
        .where('portal_id', '=', portalId)
        .where('claimed_at', '<', at)
        .execute();
    },
  };
}
