import type { Kysely } from 'kysely';
import type { Tables } from '../../../store/index.ts';

/** What ops said of a property that is written only when they want it. */
export interface PropertyChoice {
  readonly name: string;
  readonly isOn: boolean;
}

/** A portal's choices; a property that nobody spoke of has none. */
export function forPortal(db: Kysely<Tables>, portalId: number) {
  return {
    async list(): Promise<PropertyChoice[]> {
      const rows = await db
        .selectFrom('property_choice')
        .select(['name', 'is_on as isOn'])
        .where('portal_id', '=', portalId)
        .orderBy('name')
        .execute();
      return rows;
    },

    async choose({ name, isOn }: PropertyChoice): Promise<void> {
      await db
        .insertInto('property_choice')
        .values({ portal_id: portalId, name, is_on: isOn })
        .onConflict((conflict) => conflict.columns(['portal_id', 'name']).doUpdateSet({ is_on: isOn }))
        .execute();
    },
  };
}
