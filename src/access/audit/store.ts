import type { Kysely } from 'kysely';
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

    /** The newest first. */
    async list(limit: number): Promise<AuditEntry[]> {
      const rows = await db
        .selectFrom('audit_entry')
        .select(['at', 'user_id', 'action', 'details'])
        .where('portal_id', '=', portalId)
        .orderBy('id', 'desc')
        .limit(limit)
        .execute();
      return rows.map(({ user_id, ...entry }) => ({ ...entry, userId: user_id }));
    },
  };
}
