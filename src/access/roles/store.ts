import type { Kysely } from 'kysely';
import { inTransaction, type Tables } from '../../store/index.ts';

/** What somebody may do beyond what the hierarchy gives them: ops run the settings. */
export type Role = 'ops';

export interface GrantedRole {
  readonly userId: string;
  readonly role: Role;
  readonly grantedBy: string;
  readonly grantedAt: Date;
}

/** Who holds which role in a portal, by HubSpot user. */
export function forPortal(db: Kysely<Tables>, portalId: number) {
  return {
    async list(): Promise<GrantedRole[]> {
      const rows = await db
        .selectFrom('role')
        .selectAll()
        .where('portal_id', '=', portalId)
        .orderBy('granted_at')
        .orderBy('user_id')
        .execute();
      return rows.map((row) => ({
        userId: row.user_id,
        role: row.role as Role,
        grantedBy: row.granted_by,
        grantedAt: row.granted_at,
      }));
    },

    /** A role that somebody holds already stays as it was given first. */
    async grant({ userId, role, grantedBy, grantedAt }: GrantedRole): Promise<void> {
      await db
        .insertInto('role')
        .values({
          portal_id: portalId,
          user_id: userId,
          role,
          granted_by: grantedBy,
          granted_at: grantedAt,
        })
        .onConflict((conflict) => conflict.columns(['portal_id', 'user_id', 'role']).doNothing())
        .execute();
    },

    async withdraw(userId: string, role: Role): Promise<void> {
      await db
        .deleteFrom('role')
        .where('portal_id', '=', portalId)
        .where('user_id', '=', userId)
        .where('role', '=', role)
        .execute();
    },

    /** Takes a role from somebody who holds it, unless nobody else does: false then, and nothing is changed. */
    async withdrawUnlessLast(userId: string, role: Role): Promise<boolean> {
      return inTransaction(db, async (trx) => {
        // Locked, so that two who withdraw at once cannot leave nobody.
        const holders = await trx
          .selectFrom('role')
          .select('user_id')
          .where('portal_id', '=', portalId)
          .where('role', '=', role)
          .orderBy('user_id')
          .forUpdate()
          .execute();
        if (!holders.some((holder) => holder.user_id !== userId)) return false;
        await forPortal(trx, portalId).withdraw(userId, role);
        return true;
      });
    },

    async holds(userId: string, role: Role): Promise<boolean> {
      const row = await db
        .selectFrom('role')
        .select('user_id')
        .where('portal_id', '=', portalId)
        .where('user_id', '=', userId)
        .where('role', '=', role)
        .executeTakeFirst();
      return row !== undefined;
    },
  };
}
