import type { Kysely } from 'kysely';
import type { Tables } from '../../store/index.ts';

export interface PullProgress {
  readonly dealsRead: number;
  readonly startedAt: Date;
  readonly finishedAt: Date | null;
}

/** How far the pull of all deals has come. */
export function forPortal(db: Kysely<Tables>, portalId: number) {
  return {
    async begin(at: Date): Promise<void> {
      const values = { deals_read: 0, started_at: at, finished_at: null };
      await db
        .insertInto('pull_progress')
        .values({ portal_id: portalId, ...values })
        .onConflict((conflict) => conflict.column('portal_id').doUpdateSet(values))
        .execute();
    },

    async report(dealsRead: number): Promise<void> {
      await db
        .updateTable('pull_progress')
        .set({ deals_read: dealsRead })
        .where('portal_id', '=', portalId)
        .execute();
    },

    async finish(at: Date): Promise<void> {
      await db
        .updateTable('pull_progress')
        .set({ finished_at: at })
        .where('portal_id', '=', portalId)
        .execute();
    },

    async read(): Promise<PullProgress | null> {
      const row = await db
        .selectFrom('pull_progress')
        .select(['deals_read', 'started_at', 'finished_at'])
        .where('portal_id', '=', portalId)
        .executeTakeFirst();
      return row
        ? { dealsRead: row.deals_read, startedAt: row.started_at, finishedAt: row.finished_at }
        : null;
    },
  };
}
