import { sql, type Kysely } from 'kysely';
import type { Pause } from '../../hubspot/index.ts';
import type { Tables } from '../../store/index.ts';

/** Why and until when HubSpot wants one portal left alone. */
export function forPortal(db: Kysely<Tables>, portalId: number) {
  return {
    /** The pause that holds now; null when none does. */
    async read(): Promise<Pause | null> {
      const row = await db
        .selectFrom('portal_pause')
        .select(['reason', 'message', 'until'])
        .select(sql<number>`(extract(epoch from (until - clock_timestamp())) * 1000)::float8`.as('left_ms'))
        .where('portal_id', '=', portalId)
        .executeTakeFirst();
      if (!row || row.left_ms <= 0) return null;
      return {
        reason: row.reason as Pause['reason'],
        message: row.message,
        until: row.until,
        leftMs: Math.ceil(row.left_ms),
      };
    },

    /** Begins a pause from now; a longer one that holds already stays. */
    async begin(pause: Pick<Pause, 'reason' | 'message'> & { readonly forMs: number }): Promise<void> {
      const until = sql<Date>`clock_timestamp() + ${pause.forMs}::float8 * interval '1 millisecond'`;
      const { reason, message } = pause;
      await db
        .insertInto('portal_pause')
        .values({ portal_id: portalId, reason, message, until })
        .onConflict((conflict) =>
          conflict
            .column('portal_id')
            .doUpdateSet({ reason, message, until: sql<Date>`excluded.until` })
            .where(sql<boolean>`excluded.until > portal_pause.until`),
        )
        .execute();
    },

    /** The zone that the portal's days follow; null before it is connected. */
    async readTimeZone(): Promise<string | null> {
      const row = await db
        .selectFrom('portal')
        .select('time_zone')
        .where('id', '=', portalId)
        .executeTakeFirst();
      return row?.time_zone ?? null;
    },
  };
}
