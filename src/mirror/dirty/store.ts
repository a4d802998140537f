import type { Kysely, OnConflictBuilder } from 'kysely';
import type { Tables } from '../../store/index.ts';

/** Stands for the owner of deals that have none. */
export const NOBODY = '';

/** Whose deals have to be looked at again: the unit of recomputation is a portal's owner. */
export function forPortal(db: Kysely<Tables>, portalId: number) {
  return {
    mark: (ownerIds: readonly string[]) => markDirty(db, portalId, ownerIds),

    /** What everybody's numbers depend on has changed; deals of unknown owners and of nobody are looked at too. */
    async markEverybody(): Promise<void> {
      await db
        .insertInto('dirty_owner')
        .columns(['portal_id', 'owner_id'])
        .expression(
          db
            .selectFrom('owner')
            .select(['portal_id', 'id as owner_id'])
            .where('portal_id', '=', portalId)
            .union(
              db
                .selectFrom('deal')
                .select((eb) => ['portal_id', eb.fn.coalesce('owner_id', eb.val(NOBODY)).as('owner_id')])
                .where('portal_id', '=', portalId),
            ),
        )
        .onConflict(renewMark)
        .execute();
    },

    async read(limit: number): Promise<{ ownerId: string; version: number }[]> {
      const rows = await db
        .selectFrom('dirty_owner')
        .select(['owner_id', 'version'])
        .where('portal_id', '=', portalId)
        .orderBy('owner_id')
        .limit(limit)
        .execute();
      return rows.map((row) => ({ ownerId: row.owner_id, version: row.version }));
    },

    async count(): Promise<number> {
      const row = await db
        .selectFrom('dirty_owner')
        .select((eb) => eb.fn.countAll<number>().as('marks'))
        .where('portal_id', '=', portalId)
        .executeTakeFirstOrThrow();
      return row.marks;
    },

    /** Clears marks that nobody has renewed since they were read. */
    async clear(marks: readonly { ownerId: string; version: number }[]): Promise<void> {
      for (const mark of marks) {
        await db
          .deleteFrom('dirty_owner')
          .where('portal_id', '=', portalId)
          .where('owner_id', '=', mark.ownerId)
          .where('version', '=', mark.version)
          .execute();
      }
    },
  };
}

/** Also called inside the transaction that changes the deals, so that no change goes unnoticed. */
export async function markDirty(
  db: Kysely<Tables>,
  portalId: number,
  ownerIds: readonly string[],
): Promise<void> {
  if (ownerIds.length === 0) return;
  await db
    .insertInto('dirty_owner')
    .values([...ownerIds].sort().map((ownerId) => ({ portal_id: portalId, owner_id: ownerId })))
    .onConflict(renewMark)
    .execute();
}

function renewMark(conflict: OnConflictBuilder<Tables, 'dirty_owner'>) {
  return conflict
    .columns(['portal_id', 'owner_id'])
    .doUpdateSet((eb) => ({ version: eb.ref('excluded.version') }));
}
