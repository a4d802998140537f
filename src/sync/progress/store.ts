import { sql, type Kysely } from 'kysely';
import type { Tables } from '../../store/index.ts';

/**
 * What a pull is at: people and pipelines first, then deals, then comparing with HubSpot's own list what search has found,
 * then learning from the history.
 */
export type PullPhase = 'directory' | 'deals' | 'checking' | 'learning' | 'done';

export interface PullProgress {
  readonly phase: PullPhase;
  /** Each deal once, however often it was read. */
  readonly dealsRead: number;
  /** How many there are; null until HubSpot has said so. */
  readonly dealsTotal: number | null;
  /** Those of which HubSpot's own list has shown that nothing beside them is missing. */
  readonly dealsChecked: number;
  readonly startedAt: Date;
  /** When the present attempt began; later than the start where an attempt before was interrupted. */
  readonly resumedAt: Date;
  readonly finishedAt: Date | null;
}

/** Nobody has begun on these yet, and no unfinished pull stands on them. */
const NO_BASIS = '';

/** How far the pull of all deals has come. */
export function forPortal(db: Kysely<Tables>, portalId: number) {
  const change = async (values: {
    phase?: PullPhase;
    deals_read?: number;
    deals_total?: number;
    deals_checked?: number;
    finished_at?: Date;
  }): Promise<void> => {
    await db.updateTable('pull_progress').set(values).where('portal_id', '=', portalId).execute();
  };

  return {
    /** A pull begins, or one that was interrupted is taken up again; which of the two `settle` decides. */
    async begin(at: Date): Promise<void> {
      await db
        .insertInto('pull_progress')
        .values({ portal_id: portalId, deals_read: 0, started_at: at, resumed_at: at, phase: 'directory' })
        .onConflict((conflict) =>
          conflict.column('portal_id').doUpdateSet({
            phase: 'directory',
            resumed_at: at,
            deals_read: sql`case when pull_progress.finished_at is null then pull_progress.deals_read else 0 end`,
            deals_checked: sql`case when pull_progress.finished_at is null then pull_progress.deals_checked else 0 end`,
            basis: sql`case when pull_progress.finished_at is null then pull_progress.basis else ${NO_BASIS} end`,
            finished_at: null,
          }),
        )
        .execute();
    },

    /**
     * Goes on with a pull that stands on the same basis and began at `since` or later; else begins anew and forgets the
     * parts of the one before.
     */
    async settle(basis: string, since: Date, at: Date): Promise<void> {
      await db.transaction().execute(async (trx) => {
        const before = await trx
          .selectFrom('pull_progress')
          .select(['basis', 'started_at'])
          .where('portal_id', '=', portalId)
          .executeTakeFirst();
        const goesOn = before?.basis === basis && before.started_at >= since;
        if (!goesOn) {
          for (const table of ['pull_part', 'pull_held'] as const) {
            await trx.deleteFrom(table).where('portal_id', '=', portalId).execute();
          }
        }
        await trx
          .updateTable('pull_progress')
          .set({
            phase: 'deals',
            basis,
            ...(!goesOn && {
              started_at: at,
              deals_read: 0,
              deals_checked: 0,
              deals_total: null,
              planned_to: null,
              is_planned: false,
            }),
          })
          .where('portal_id', '=', portalId)
          .execute();
      });
    },

    enter: (phase: PullPhase) => change({ phase }),

    /** What has been read and checked by now. */
    report: (dealsRead: number, dealsChecked: number) =>
      change({ deals_read: dealsRead, deals_checked: dealsChecked }),

    expect: (dealsTotal: number) => change({ deals_total: dealsTotal }),

    finish: (at: Date) => change({ phase: 'done', finished_at: at }),

    async read(): Promise<PullProgress | null> {
      const row = await db
        .selectFrom('pull_progress')
        .selectAll()
        .where('portal_id', '=', portalId)
        .executeTakeFirst();
      return row
        ? {
            phase: row.phase as PullPhase,
            dealsRead: row.deals_read,
            dealsTotal: row.deals_total,
            dealsChecked: row.deals_checked,
            startedAt: row.started_at,
            resumedAt: row.resumed_at,
            finishedAt: row.finished_at,
          }
        : null;
    },
  };
}
