import type { Kysely } from 'kysely';
import type { Tables } from '../../../store/index.ts';

/** What another fiscal calendar would give another meaning. */
export function forPortal(db: Kysely<Tables>, portalId: number) {
  return {
    /** The period of every quota that somebody stated; one entry a quota. */
    async listStatedKeys(): Promise<string[]> {
      const rows = await db
        .selectFrom('quota')
        .select('period_key')
        .where('portal_id', '=', portalId)
        .where('source', '<>', 'example')
        .execute();
      return rows.map((row) => row.period_key).sort();
    },
  };
}
