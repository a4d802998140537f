import type { Kysely } from 'kysely';
import type { Tables } from '../../../store/index.ts';

/** All rows that speak of one person, as they stand in the tables. */
export type HeldRows = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;

/** What is held on people. */
export function forPortal(db: Kysely<Tables>, portalId: number) {
  return {
    /** Everything on one person; `userId` is null where no HubSpot user stands behind the owner. */
    async readHeld(ownerId: string, userId: string | null): Promise<HeldRows> {
      const ofOwner = (table: 'person' | 'credit' | 'deal_split' | 'deal_former_owner') =>
        db
          .selectFrom(table)
          .selectAll()
          .where('portal_id', '=', portalId)
          .where('owner_id', '=', ownerId)
          .execute();
      const ofUser = (table: 'role' | 'setup_step' | 'audit_entry') =>
        userId === null
          ? Promise.resolve([])
          : db
              .selectFrom(table)
              .selectAll()
              .where('portal_id', '=', portalId)
              .where('user_id', '=', userId)
              .execute();
      return {
        owner: await db
          .selectFrom('owner')
          .selectAll()
          .where('portal_id', '=', portalId)
          .where('id', '=', ownerId)
          .execute(),
        settings: await ofOwner('person'),
        reports: await db
          .selectFrom('person')
          .select('owner_id')
          .where('portal_id', '=', portalId)
          .where('manager_id', '=', ownerId)
          .orderBy('owner_id')
          .execute(),
        formerManagers: await db
          .selectFrom('former_manager')
          .select(['owner_id', 'manager_id', 'until'])
          .where('portal_id', '=', portalId)
          .where((eb) => eb.or([eb('owner_id', '=', ownerId), eb('manager_id', '=', ownerId)]))
          .orderBy('until')
          .execute(),
        quotas: await db
          .selectFrom('quota')
          .selectAll()
          .where('portal_id', '=', portalId)
          .where('subject_kind', '=', 'rep')
          .where('subject_id', '=', ownerId)
          .orderBy('period_key')
          .execute(),
        credits: await ofOwner('credit'),
        splits: await ofOwner('deal_split'),
        formerDeals: await ofOwner('deal_former_owner'),
        deals: await db
          .selectFrom('deal')
          .select(['id', 'name', 'is_closed', 'is_won', 'amount', 'currency', 'close_at'])
          .where('portal_id', '=', portalId)
          .where('owner_id', '=', ownerId)
          .orderBy('id')
          .execute(),
        roles: await ofUser('role'),
        confirmedSteps: await ofUser('setup_step'),
        actions: await ofUser('audit_entry'),
      };
    },

    /** Takes away what was said of a person and what was asked by them; HubSpot's own facts on deals are not ours to erase. */
    async eraseHeld(ownerId: string, userId: string | null, word: string): Promise<void> {
      await db
        .updateTable('person')
        .set({ manager_id: null })
        .where('portal_id', '=', portalId)
        .where('manager_id', '=', ownerId)
        .execute();
      await db
        .updateTable('former_manager')
        .set({ manager_id: null })
        .where('portal_id', '=', portalId)
        .where('manager_id', '=', ownerId)
        .execute();
      await db
        .deleteFrom('person')
        .where('portal_id', '=', portalId)
        .where('owner_id', '=', ownerId)
        .execute();
      await db
        .deleteFrom('former_manager')
        .where('portal_id', '=', portalId)
        .where('owner_id', '=', ownerId)
        .execute();
      await db
        .deleteFrom('deal_former_owner')
        .where('portal_id', '=', portalId)
        .where('owner_id', '=', ownerId)
        .execute();
      await db
        .deleteFrom('quota')
        .where('portal_id', '=', portalId)
        .where('subject_kind', '=', 'rep')
        .where('subject_id', '=', ownerId)
        .execute();
      if (userId === null) return;
      await db
        .deleteFrom('answered_request')
        .where('portal_id', '=', portalId)
        .where('user_id', '=', userId)
        .execute();
      await db.deleteFrom('role').where('portal_id', '=', portalId).where('user_id', '=', userId).execute();
      await db
        .updateTable('role')
        .set({ granted_by: word })
        .where('portal_id', '=', portalId)
        .where('granted_by', '=', userId)
        .execute();
      await db
        .updateTable('coaching_copy')
        .set({ asked_by: word })
        .where('portal_id', '=', portalId)
        .where('asked_by', '=', userId)
        .execute();
      await db
        .updateTable('setup_step')
        .set({ user_id: word })
        .where('portal_id', '=', portalId)
        .where('user_id', '=', userId)
        .execute();
    },

    /** Every quota and every setting of people, for the portal's export. */
    async readSettings(): Promise<HeldRows> {
      const all = (table: 'person' | 'quota' | 'team' | 'role' | 'setup_step' | 'card_seen' | 'pipeline') =>
        db.selectFrom(table).selectAll().where('portal_id', '=', portalId).execute();
      return {
        people: await all('person'),
        quotas: await all('quota'),
        teams: await all('team'),
        pipelines: await all('pipeline'),
        roles: await all('role'),
        confirmedSteps: await all('setup_step'),
        seenCards: await all('card_seen'),
      };
    },
  };
}
