import { sql, type Kysely } from 'kysely';
import type { Bucket, BucketState } from '../hubspot/index.ts';
import type { Tables } from '../store/index.ts';

/** Milliseconds since 1970 on the store's clock, at the moment and not at the beginning of a transaction. */
const now = sql<number>`(extract(epoch from clock_timestamp()) * 1000)::float8`;

export interface CountedBucket {
  readonly state: BucketState;
  readonly version: number;
  /** On the store's clock. */
  readonly now: number;
}

/** The tickets that were given out for one portal's calls. */
export function forPortal(db: Kysely<Tables>, portalId: number) {
  return {
    async read(bucket: Bucket): Promise<CountedBucket | null> {
      const row = await db
        .selectFrom('pacing')
        .select(['sent', 'held_until', 'version', now.as('now')])
        .where('portal_id', '=', portalId)
        .where('bucket', '=', bucket)
        .executeTakeFirst();
      if (!row) return null;
      return {
        state: { sent: row.sent, heldUntil: row.held_until },
        version: row.version,
        now: Math.ceil(row.now),
      };
    },

    /** Makes an empty bucket where there is none. */
    async open(bucket: Bucket): Promise<void> {
      await db
        .insertInto('pacing')
        .values({ portal_id: portalId, bucket })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    },

    /** Saves a bucket unless somebody has changed it since `version` was read; answers whether it did. */
    async save(bucket: Bucket, state: BucketState, version: number): Promise<boolean> {
      const saved = await db
        .updateTable('pacing')
        .set({
          sent: JSON.stringify(state.sent),
          held_until: state.heldUntil,
          version: sql<number>`nextval('mark')`,
        })
        .where('portal_id', '=', portalId)
        .where('bucket', '=', bucket)
        .where('version', '=', version)
        .executeTakeFirst();
      return saved.numUpdatedRows === 1n;
    },

    /** Gives out no ticket for so many milliseconds from now. */
    async hold(bucket: Bucket, holdMs: number): Promise<void> {
      const until = sql<number>`(${now})::bigint + ${holdMs}::bigint`;
      await db
        .insertInto('pacing')
        .values({ portal_id: portalId, bucket, held_until: until })
        .onConflict((conflict) =>
          conflict.columns(['portal_id', 'bucket']).doUpdateSet({
            held_until: sql<number>`greatest(pacing.held_until, excluded.held_until)`,
            version: sql<number>`nextval('mark')`,
          }),
        )
        .execute();
    },
  };
}
