import type { Kysely } from 'kysely';
import { inTransaction, type Tables } from '../../store/index.ts';

/** A property of our name that is somebody else's, because it holds another kind of value. */
export interface PropertyConflict {
  readonly name: string;
  readonly foundType: string;
  readonly wantedType: string;
}

/** Which of our property names are taken in a portal. */
export function forPortal(db: Kysely<Tables>, portalId: number) {
  return {
    async list(): Promise<PropertyConflict[]> {
      const rows = await db
        .selectFrom('property_conflict')
        .select(['name', 'found_type as foundType', 'wanted_type as wantedType'])
        .where('portal_id', '=', portalId)
        .orderBy('name')
        .execute();
      return rows;
    },

    async replace(conflicts: readonly PropertyConflict[]): Promise<void> {
      await inTransaction(db, async (trx) => {
        await trx.deleteFrom('property_conflict').where('portal_id', '=', portalId).execute();
        if (conflicts.length === 0) return;
        await trx
          .insertInto('property_conflict')
          .values(
            conflicts.map(({ name, foundType, wantedType }) => ({
              portal_id: portalId,
              name,
              found_type: foundType,
              wanted_type: wantedType,
            })),
          )
          .execute();
      });
    },
  };
}
