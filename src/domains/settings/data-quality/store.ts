import { sql, type Expression, type ExpressionBuilder, type Kysely, type SqlBool } from 'kysely';
import type { DataCheckId } from '../../../contract/index.ts';
import type { Tables } from '../../../store/index.ts';

export interface GapDeal {
  readonly id: string;
  readonly name: string;
  /** Null without an owner, and where the directory does not know them. */
  readonly ownerName: string | null;
  readonly currency: string;
  readonly closeAt: Date | null;
  /** Why a won deal counts for nobody; null for every other. */
  readonly exclusion: string | null;
}

export interface GapCounts {
  readonly byCheck: Readonly<Record<DataCheckId, number>>;
  readonly openDeals: number;
  /** Open deals with any gap at all. */
  readonly openWithGap: number;
}

type Deals = ExpressionBuilder<Tables, 'deal'>;

/** Each gap as a condition on a deal. */
function conditions(now: Date): Readonly<Record<DataCheckId, (eb: Deals) => Expression<SqlBool>>> {
  const open = (eb: Deals, condition: Expression<SqlBool>) =>
    eb.and([eb('is_closed', '=', false), condition]);
  return {
    noAmount: (eb) => open(eb, eb('amount', 'is', null)),
    noOwner: (eb) => open(eb, eb('owner_id', 'is', null)),
    ownerLeft: (eb) =>
      open(
        eb,
        eb.exists(
          eb
            .selectFrom('owner')
            .select('owner.id')
            .whereRef('owner.portal_id', '=', 'deal.portal_id')
            .whereRef('owner.id', '=', 'deal.owner_id')
            .where('owner.archived', '=', true),
        ),
      ),
    noCloseDate: (eb) => open(eb, eb('close_at', 'is', null)),
    closeDatePast: (eb) => open(eb, eb('close_at', '<', now)),
    noRate: (eb) => open(eb, eb.and([eb('amount', 'is not', null), eb('home_minor', 'is', null)])),
    splitNotWhole: (eb) =>
      eb.and([
        eb('is_split', '=', true),
        eb.not(
          eb.exists(
            eb
              .selectFrom('deal_split')
              .select('deal_split.deal_id')
              .whereRef('deal_split.portal_id', '=', 'deal.portal_id')
              .whereRef('deal_split.deal_id', '=', 'deal.id'),
          ),
        ),
      ]),
    wonNotCounted: (eb) => eb('exclusion', 'is not', null),
  };
}

/** Deals that lack what the numbers need. */
export function forPortal(db: Kysely<Tables>, portalId: number) {
  return {
    /** In one pass over the portal's deals. `checks` are those that can be judged here. */
    async count(checks: readonly DataCheckId[], now: Date): Promise<GapCounts> {
      const gaps = conditions(now);
      const row = await db
        .selectFrom('deal')
        .select((eb) => [
          eb.fn.countAll<number>().filterWhere('is_closed', '=', false).as('openDeals'),
          eb.fn
            .countAll<number>()
            .filterWhere(eb.and([eb('is_closed', '=', false), eb.or(checks.map((check) => gaps[check](eb)))]))
            .as('openWithGap'),
          ...checks.map((check) => eb.fn.countAll<number>().filterWhere(gaps[check](eb)).as(check)),
        ])
        .where('portal_id', '=', portalId)
        .executeTakeFirstOrThrow();
      const { openDeals, openWithGap, ...byCheck } = row;
      return { byCheck: byCheck, openDeals, openWithGap };
    },

    /** A page of the deals that one check finds, by id. */
    async list(check: DataCheckId, now: Date, afterId: string, limit: number): Promise<GapDeal[]> {
      return db
        .selectFrom('deal')
        .select(['deal.id', 'deal.name', 'deal.currency', 'deal.close_at as closeAt', 'deal.exclusion'])
        .select((eb) =>
          eb
            .selectFrom('owner')
            .select('owner.name')
            .whereRef('owner.portal_id', '=', 'deal.portal_id')
            .whereRef('owner.id', '=', 'deal.owner_id')
            .as('ownerName'),
        )
        .where('deal.portal_id', '=', portalId)
        .where((eb) => conditions(now)[check](eb))
        .where(sql<boolean>`deal.id > ${afterId}`)
        .orderBy('deal.id')
        .limit(limit)
        .execute();
    },
  };
}
