import type { Kysely } from 'kysely';
import type { Tables } from '../../store/index.ts';

/** What a list says of a deal beside its figure. */
export interface NamedDeal {
  readonly id: string;
  readonly name: string;
  readonly amount: string | null;
  readonly currency: string;
  readonly closeAt: Date | null;
  readonly isClosed: boolean;
}

/** The deals behind a figure, by name. */
export function forPortal(db: Kysely<Tables>, portalId: number) {
  return {
    async listNamed(ids: readonly string[]): Promise<NamedDeal[]> {
      if (ids.length === 0) return [];
      return db
        .selectFrom('deal')
        .select(['id', 'name', 'amount', 'currency', 'close_at as closeAt', 'is_closed as isClosed'])
        .where('portal_id', '=', portalId)
        .where('id', 'in', ids)
        .orderBy('id')
        .execute();
    },

    /** What the figures of the whole portal are without, so that its definitions can say so. */
    async countGaps(): Promise<{ withoutRate: number; withoutOwner: number; withoutAmount: number }> {
      const row = await db
        .selectFrom('deal')
        .select((eb) => [
          eb.fn
            .countAll<number>()
            .filterWhere(eb.and([eb('amount', 'is not', null), eb('home_minor', 'is', null)]))
            .as('withoutRate'),
          eb.fn
            .countAll<number>()
            .filterWhere(eb.and([eb('owner_id', 'is', null), eb('is_closed', '=', false)]))
            .as('withoutOwner'),
          eb.fn
            .countAll<number>()
            .filterWhere(eb.and([eb('amount', 'is', null), eb('is_closed', '=', false)]))
            .as('withoutAmount'),
        ])
        .where('portal_id', '=', portalId)
        .executeTakeFirstOrThrow();
      return row;
    },
  };
}
