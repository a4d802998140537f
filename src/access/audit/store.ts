import { sql, type Kysely } from 'kysely';
import type { Tables } from '../../store/index.ts';

/** One thing that was done in a portal, by a HubSpot user or, where null, by Sideline itself. */
export interface AuditEntry {
  readonly at: Date;
  readonly userId: string | null;
  /** A verb and a noun, for example `grant role`. */
  readonly action: string;
  /** What it was done to and how; never a secret, never coaching text. */
  readonly details: Readonly<Record<string, unknown>>;
}

/** What was done in a portal; entries are added and never changed. */
export function forPortal(db: Kysely<Tables>, portalId: number) {
  return {
    /** Give it the transaction of the change itself, so that neither is there without the other. */
    async add({ at, userId, action, details }: AuditEntry): Promise<void> {
      await db
        .insertInto('audit_entry')
        .values({ portal_id: portalId, at, user_id: userId, action, details: JSON.stringify(details) })
        .execute();
    },

    /** Adds an entry unless one with the same action and details is there: for what HubSpot may tell twice. */
    async addOnce({ at, userId, action, details }: AuditEntry): Promise<void> {
      const text = JSON.stringify(details);
      await sql`insert into audit_entry (portal_id, at, user_id, action, details)
        select ${portalId}::bigint, ${at}::timestamptz, ${userId}::text, ${action}::text, ${text}::jsonb
        where not exists (select 1 from audit_entry
          where portal_id = ${portalId} and action = ${action} and details = ${text}::jsonb)`.execute(db);
    },

    /** A page of entries before one that was seen, with what to ask for the next one; the newest first. */
    async listBefore(
      before: number | null,
      limit: number,
    ): Promise<(AuditEntry & { readonly id: number })[]> {
      let query = db
        .selectFrom('audit_entry')
        .select(['id', 'at', 'user_id as userId', 'action', 'details'])
        .where('portal_id', '=', portalId)
        .orderBy('id', 'desc')
        .limit(limit);
      if (before !== null) query = query.where('id', '<', before);
      return query.execute();
    },

    /**
     * Puts a word in the place of somebody who asked to be forgotten, as the one who did it and in what was done, where
     * they stand by their numbers. What was done stays.
     */
    async pseudonymise(ids: readonly string[], word: string): Promise<void> {
      for (const id of ids) {
        await db
          .updateTable('audit_entry')
          .set({
            user_id: sql<string | null>`case when user_id = ${id} then ${word} else user_id end`,
            details: sql<string>`replace(details::text, ${JSON.stringify(id)}, ${JSON.stringify(word)})::jsonb`,
          })
          .where('portal_id', '=', portalId)
          .where((eb) =>
            eb.or([
              eb('user_id', '=', id),
              sql<boolean>`position(${JSON.stringify(id)} in details::text) > 0`,
            ]),
          )
          .execute();
      }
    },

    async forgetBefore(at: Date): Promise<void> {
      await db.deleteFrom('audit_entry').where('portal_id', '=', portalId).where('at', '<', at).execute();
    },
  };
}
