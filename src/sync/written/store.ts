import { sql, type Kysely } from 'kysely';
import type { Tables } from '../../store/index.ts';

/** One of our properties, as it stands in the portal. */
export interface WrittenProperty {
  readonly name: string;
  /** Deals that show a value now. */
  readonly deals: number;
  /** Values that were ever written, cleared ones too. */
  readonly valuesWritten: number;
  /** Null where nothing was written since the count began. */
  readonly lastWrittenAt: Date | null;
}

/** What Sideline wrote to a portal, by property. */
export function forPortal(db: Kysely<Tables>, portalId: number) {
  return {
    /** Counts what HubSpot has just taken: for each property, how many records. */
    async count(values: ReadonlyMap<string, number>, at: Date): Promise<void> {
      if (values.size === 0) return;
      await db
        .insertInto('written_property')
        .values(
          [...values]
            .sort(([left], [right]) => (left < right ? -1 : 1))
            .map(([name, records]) => ({
              portal_id: portalId,
              name,
              values_written: records,
              last_written_at: at,
            })),
        )
        .onConflict((conflict) =>
          conflict.columns(['portal_id', 'name']).doUpdateSet((eb) => ({
            values_written: eb('written_property.values_written', '+', eb.ref('excluded.values_written')),
            last_written_at: eb.ref('excluded.last_written_at'),
          })),
        )
        .execute();
    },

    /** Nothing of what was written is there any more. */
    async empty(): Promise<void> {
      await db.deleteFrom('written_property').where('portal_id', '=', portalId).execute();
    },

    async list(): Promise<WrittenProperty[]> {
      const { rows } = await sql<WrittenProperty>`
        with shown as (
          select each.name, count(*) as deals from deal, jsonb_object_keys(deal.known) as each(name)
          where deal.portal_id = ${portalId} group by each.name),
        written as (select * from written_property where portal_id = ${portalId})
        select name, coalesce(shown.deals, 0) as deals, coalesce(written.values_written, 0) as "valuesWritten",
          written.last_written_at as "lastWrittenAt"
        from shown full join written using (name) order by name`.execute(db);
      return rows;
    },
  };
}
