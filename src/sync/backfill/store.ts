import { sql, type Kysely, type Selectable } from 'kysely';
import { inChunks, type Tables } from '../../store/index.ts';
import type { ListHand, Part, SearchHand } from './part.ts';

/** How far the portal has been divided into parts. */
export interface PartPlan {
  /** Up to and including this id; null: nothing yet. */
  readonly plannedTo: string | null;
  readonly isPlanned: boolean;
  /** Null while HubSpot has not been asked. */
  readonly dealsTotal: number | null;
}

/** Where each hand of a backfill stands, kept after every page. */
export function forPortal(db: Kysely<Tables>, portalId: number) {
  const updatePart = (on: Kysely<Tables>, number: number, values: Partial<Selectable<Tables['pull_part']>>) =>
    on
      .updateTable('pull_part')
      .set(values)
      .where('portal_id', '=', portalId)
      .where('number', '=', number)
      .execute();

  return {
    async readPlan(): Promise<PartPlan> {
      const row = await db
        .selectFrom('pull_progress')
        .select(['planned_to', 'is_planned', 'deals_total'])
        .where('portal_id', '=', portalId)
        .executeTakeFirst();
      return {
        plannedTo: row?.planned_to ?? null,
        isPlanned: row?.is_planned ?? false,
        dealsTotal: row?.deals_total ?? null,
      };
    },

    /** Keeps the plan, and with it the parts that it now begins and ends. */
    async savePlan({ plannedTo, isPlanned }: PartPlan, changed: readonly Part[]): Promise<void> {
      await db.transaction().execute(async (trx) => {
        await trx
          .updateTable('pull_progress')
          .set({ planned_to: plannedTo, is_planned: isPlanned })
          .where('portal_id', '=', portalId)
          .execute();
        for (const { number, lower, upper } of changed) {
          await trx
            .insertInto('pull_part')
            .values({ portal_id: portalId, number, lower_id: lower, upper_id: upper })
            .onConflict((conflict) =>
              conflict.columns(['portal_id', 'number']).doUpdateSet({ upper_id: upper }),
            )
            .execute();
        }
      });
    },

    async listParts(): Promise<Part[]> {
      const rows = await db
        .selectFrom('pull_part')
        .selectAll()
        .where('portal_id', '=', portalId)
        .orderBy('number')
        .execute();
      return rows.map(toPart);
    },

    /** Keeps where the hands of these parts stand, all at once: what one passes on the other has. */
    async saveHands(
      lists: readonly { readonly number: number; readonly list: ListHand }[],
      searches: readonly { readonly number: number; readonly search: SearchHand }[],
    ): Promise<void> {
      await db.transaction().execute(async (trx) => {
        for (const { number, list } of lists) {
          await updatePart(trx, number, {
            list_first: list.first,
            list_last: list.last,
            list_cursor: list.cursor,
            list_deals: list.deals,
            list_new: list.newDeals,
            list_done: list.isDone,
          });
        }
        for (const { number, search } of searches) {
          await updatePart(trx, number, {
            search_lowest: search.lowest,
            search_deals: search.deals,
            search_done: search.isDone,
          });
        }
      });
    },

    /** These deals have been read and wait until their splits are read too. */
    async hold(ids: readonly string[]): Promise<void> {
      await inChunks(ids, (part) =>
        db
          .insertInto('pull_held')
          .values(part.map((id) => ({ portal_id: portalId, id })))
          .onConflict((conflict) => conflict.columns(['portal_id', 'id']).doNothing())
          .execute(),
      );
    },

    async release(ids: readonly string[]): Promise<void> {
      if (ids.length === 0) return;
      await db.deleteFrom('pull_held').where('portal_id', '=', portalId).where('id', 'in', ids).execute();
    },

    async listHeld(): Promise<string[]> {
      const rows = await db
        .selectFrom('pull_held')
        .select('id')
        .where('portal_id', '=', portalId)
        .orderBy('id')
        .execute();
      return rows.map(({ id }) => id);
    },

    /**
     * Has every mirrored deal of a stretch looked at once more that HubSpot's list did not show there: it is gone, or came
     * back meanwhile. The stretch is above one id, up to and including another; null is without a bound. Answers how many.
     */
    async noteAbsent(above: string | null, upTo: string | null, shown: readonly string[]): Promise<number> {
      const noted = await db
        .insertInto('changed_record')
        .columns(['portal_id', 'type', 'id'])
        .expression((eb) => {
          let absent = eb
            .selectFrom('deal')
            .select(['portal_id', sql<string>`'deal'`.as('type'), 'id'])
            .where('portal_id', '=', portalId);
          if (above !== null)
            absent = absent.where(sql<boolean>`(length(id), id) > (${above.length}, ${above})`);
          if (upTo !== null)
            absent = absent.where(sql<boolean>`(length(id), id) <= (${upTo.length}, ${upTo})`);
          return shown.length === 0 ? absent : absent.where('id', 'not in', shown);
        })
        .onConflict((conflict) =>
          conflict
            .columns(['portal_id', 'type', 'id'])
            .doUpdateSet((eb) => ({ version: eb.ref('excluded.version') })),
        )
        .executeTakeFirst();
      return Number(noted.numInsertedOrUpdatedRows ?? 0n);
    },
  };
}

function toPart(row: Selectable<Tables['pull_part']>): Part {
  return {
    number: row.number,
    lower: row.lower_id,
    upper: row.upper_id,
    list: {
      first: row.list_first,
      last: row.list_last,
      cursor: row.list_cursor,
      deals: row.list_deals,
      newDeals: row.list_new,
      isDone: row.list_done,
    },
    search: { lowest: row.search_lowest, deals: row.search_deals, isDone: row.search_done },
  };
}
