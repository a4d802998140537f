import type { Kysely } from 'kysely';
import type { Tables } from '../../store/index.ts';

/** How far a portal has been compared with HubSpot. */
export interface Reconciliation {
  /** Whatever was modified before this instant has been compared; null when nothing has. */
  readonly modifiedUntil: Date | null;
  /** When every deal was last compared; null when never. */
  readonly everythingAt: Date | null;
  /** When somebody asked for every deal to be compared; null when nobody waits. */
  readonly askedAt: Date | null;
  readonly checkedAt: Date | null;
  /** Deals that the last check found to differ. */
  readonly repaired: number;
}

export function forPortal(db: Kysely<Tables>, portalId: number) {
  return {
    async read(): Promise<Reconciliation | null> {
      const row = await db
        .selectFrom('reconciliation')
        .selectAll()
        .where('portal_id', '=', portalId)
        .executeTakeFirst();
      return row
        ? {
            modifiedUntil: row.modified_until,
            everythingAt: row.everything_at,
            askedAt: row.asked_at,
            checkedAt: row.checked_at,
            repaired: row.repaired,
          }
        : null;
    },

    /** Asks for every deal to be compared. */
    async ask(at: Date): Promise<void> {
      await db
        .insertInto('reconciliation')
        .values({ portal_id: portalId, asked_at: at })
        .onConflict((conflict) => conflict.column('portal_id').doUpdateSet({ asked_at: at }))
        .execute();
    },

    /** A check that began at `begun` is through; what was asked for later still waits. */
    async finish(check: {
      readonly begun: Date;
      readonly at: Date;
      readonly repaired: number;
      readonly everything: boolean;
      /** What this check was asked for; null when only the night asked. */
      readonly asked: Date | null;
    }): Promise<void> {
      const values = {
        modified_until: check.begun,
        checked_at: check.at,
        repaired: check.repaired,
        ...(check.everything && { everything_at: check.begun }),
      };
      await db
        .insertInto('reconciliation')
        .values({ portal_id: portalId, ...values })
        .onConflict((conflict) => conflict.column('portal_id').doUpdateSet(values))
        .execute();
      if (check.asked === null) return;
      await db
        .updateTable('reconciliation')
        .set({ asked_at: null })
        .where('portal_id', '=', portalId)
        .where('asked_at', '=', check.asked)
        .execute();
    },
  };
}
