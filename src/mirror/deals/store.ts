import { sql, type Expression, type ExpressionBuilder, type Kysely, type SqlBool } from 'kysely';
import { inChunks, type Tables } from '../../store/index.ts';
import { NOBODY } from '../dirty/store.ts';
import type { DealSplit, MirroredDeal } from './mirrored-deal.ts';
import { fromRow } from './row.ts';

/** A deal and who shares in it; no splits when the owner has all of it. */
export interface SplitDeal {
  readonly deal: MirroredDeal;
  readonly splits: readonly DealSplit[];
  /** Says which edit no plan has taken in yet; null when all have been. */
  readonly news: number | null;
}

/** What HubSpot showed of ours when it was last read or written, and the state of the deal that it belongs to. */
export type ShownValues = Pick<MirroredDeal, 'known' | 'modifiedAt'>;

/** Values that HubSpot took, and what it showed before. */
export interface WrittenDeal {
  readonly id: string;
  readonly values: Readonly<Record<string, string>>;
  readonly before: ShownValues;
}

export type DealHistory = Pick<
  MirroredDeal,
  'id' | 'pipelineId' | 'homeMinor' | 'isClosed' | 'isWon' | 'closeAt' | 'stageEntries'
>;

/** The portal's deals as HubSpot last showed them. */
export function forPortal(db: Kysely<Tables>, portalId: number) {
  return {
    /**
     * HubSpot took these values: from now on they are what it shows. A deal that was read anew since `before` is left
     * as it was read, because somebody may have edited it after our write.
     */
    async rememberWritten(written: readonly WrittenDeal[]): Promise<void> {
      if (written.length === 0) return;
      await db.transaction().execute(async (trx) => {
        const ids = written.map(({ id }) => id);
        // In the order of ids, as deals are applied: two transactions never wait for each other.
        await sql`select from deal where portal_id = ${portalId} and id = any(${ids}) order by id for update`.execute(
          trx,
        );
        await sql`update deal set known = written.known::jsonb
          from unnest(${ids}::text[], ${written.map(knownAfter)}::text[],
            ${written.map(({ before }) => before.modifiedAt)}::timestamptz[]) as written (id, known, modified_at)
          where deal.portal_id = ${portalId} and deal.id = written.id
            and deal.modified_at = written.modified_at`.execute(trx);
      });
    },

    /** One deal with its splits, or null when the portal has none of this id. */
    async read(id: string): Promise<SplitDeal | null> {
      const [deal] = await readWhere(db, portalId, (eb) => eb('deal.id', '=', id));
      return deal ?? null;
    },

    /** The deals of these owners that show, or ought to show, values of ours. */
    async listWritable(ownerIds: readonly string[]): Promise<SplitDeal[]> {
      const named = ownerIds.filter((id) => id !== NOBODY);
      return readWhere(db, portalId, (eb) =>
        eb.and([
          eb.or([
            ...(named.length > 0 ? [eb('deal.owner_id', 'in', named)] : []),
            ...(ownerIds.includes(NOBODY) ? [eb('deal.owner_id', 'is', null)] : []),
          ]),
          isWritable(eb),
        ]),
      );
    },

    /** Those of these deals that do so and have an edit that no write has taken in. */
    async listEdited(ids: readonly string[]): Promise<SplitDeal[]> {
      if (ids.length === 0) return [];
      return readWhere(db, portalId, (eb) =>
        eb.and([eb('deal.id', 'in', ids), eb('deal.news', 'is not', null), isWritable(eb)]),
      );
    },

    /** Everybody who owns a deal, known to the directory or not; the empty id where nobody does. */
    async listOwnerIds(): Promise<string[]> {
      const rows = await db
        .selectFrom('deal')
        .select('owner_id')
        .distinct()
        .where('portal_id', '=', portalId)
        .execute();
      return rows.map((row) => row.owner_id ?? NOBODY).sort();
    },

    /** A plan has taken these edits in; an edit that came later stays news. */
    async clearNews(planned: readonly { id: string; news: number }[]): Promise<void> {
      await inChunks(planned, (part) =>
        sql`update deal set news = null
          from unnest(${part.map(({ id }) => id)}::text[], ${part.map(({ news }) => news)}::bigint[])
            as planned (id, news)
          where deal.portal_id = ${portalId} and deal.id = planned.id and deal.news = planned.news`.execute(
          db,
        ),
      );
    },

    /** Every deal's way through the stages and what became of it, a page at a time, by id. */
    async listHistory(afterId: string, limit: number): Promise<DealHistory[]> {
      const rows = await db
        .selectFrom('deal')
        .select(['id', 'pipeline_id', 'home_minor', 'is_closed', 'is_won', 'close_at', 'stage_entries'])
        .where('portal_id', '=', portalId)
        .where('id', '>', afterId)
        .orderBy('id')
        .limit(limit)
        .execute();
      return rows.map((row) => ({
        id: row.id,
        pipelineId: row.pipeline_id,
        homeMinor: row.home_minor,
        isClosed: row.is_closed,
        isWon: row.is_won,
        closeAt: row.close_at,
        stageEntries: row.stage_entries,
      }));
    },

    /** When the first deal of the portal was closed; null while none is. */
    async readFirstClosing(): Promise<Date | null> {
      const row = await db
        .selectFrom('deal')
        .select((eb) => eb.fn.min('close_at').as('first'))
        .where('portal_id', '=', portalId)
        .where('is_closed', '=', true)
        .executeTakeFirst();
      return row?.first ?? null;
    },

    async readShown(ids: readonly string[]): Promise<Map<string, ShownValues>> {
      if (ids.length === 0) return new Map();
      const rows = await db
        .selectFrom('deal')
        .select(['id', 'known', 'modified_at as modifiedAt'])
        .where('portal_id', '=', portalId)
        .where('id', 'in', ids)
        .execute();
      return new Map(rows.map(({ id, ...shown }) => [id, shown]));
    },

    async listDealIds(): Promise<string[]> {
      const rows = await db.selectFrom('deal').select('id').where('portal_id', '=', portalId).execute();
      return rows.map((row) => row.id);
    },

    /** How many deals carry values of ours in HubSpot. */
    async countWithValues(): Promise<number> {
      const row = await db
        .selectFrom('deal')
        .select((eb) => eb.fn.countAll<number>().as('deals'))
        .where('portal_id', '=', portalId)
        .where(sql<boolean>`known <> '{}'::jsonb`)
        .executeTakeFirstOrThrow();
      return row.deals;
    },

    /** The largest open deals that carry values of ours. */
    async listExamples(limit: number): Promise<Pick<MirroredDeal, 'name' | 'known'>[]> {
      return db
        .selectFrom('deal')
        .select(['name', 'known'])
        .where('portal_id', '=', portalId)
        .where('is_closed', '=', false)
        .where('home_minor', 'is not', null)
        .where(sql<boolean>`known <> '{}'::jsonb`)
        .orderBy('home_minor', 'desc')
        .orderBy('id')
        .limit(limit)
        .execute();
    },

    async countOpenByPipeline(): Promise<Map<string, number>> {
      const rows = await db
        .selectFrom('deal')
        .select((eb) => ['pipeline_id', eb.fn.countAll<number>().as('deals')])
        .where('portal_id', '=', portalId)
        .where('is_closed', '=', false)
        .groupBy('pipeline_id')
        .execute();
      return new Map(rows.map((row) => [row.pipeline_id, row.deals]));
    },

    async countDeals(): Promise<{ all: number; open: number }> {
      const row = await db
        .selectFrom('deal')
        .select((eb) => [
          eb.fn.countAll<number>().as('all'),
          eb.fn.countAll<number>().filterWhere('is_closed', '=', false).as('open'),
        ])
        .where('portal_id', '=', portalId)
        .executeTakeFirstOrThrow();
      return { all: row.all, open: row.open };
    },
  };
}

/** Emptied values are not kept. */
function knownAfter({ before, values }: WrittenDeal): string {
  const known = Object.entries({ ...before.known, ...values }).filter(([, value]) => value !== '');
  return JSON.stringify(Object.fromEntries(known));
}

/** Whether a deal shows, or ought to show, values of ours: an open one, and a closed one with values left or on their way. */
function isWritable(eb: ExpressionBuilder<Tables, 'deal'>) {
  return eb.or([
    eb('deal.is_closed', '=', false),
    sql<boolean>`deal.known <> '{}'::jsonb`,
    // Values that still wait to be sent must not reach a deal that was closed meanwhile.
    eb.exists(
      eb
        .selectFrom('outbox')
        .select('outbox.record_id')
        .whereRef('outbox.portal_id', '=', 'deal.portal_id')
        .whereRef('outbox.record_id', '=', 'deal.id'),
    ),
  ]);
}

/** Deals that fit a condition, each with its splits, in one statement. */
async function readWhere(
  db: Kysely<Tables>,
  portalId: number,
  condition: (eb: ExpressionBuilder<Tables, 'deal'>) => Expression<SqlBool>,
): Promise<SplitDeal[]> {
  const rows = await db
    .selectFrom('deal')
    .selectAll('deal')
    .select((eb) =>
      eb
        .selectFrom('deal_split')
        .select(
          sql<DealSplit[]>`coalesce(jsonb_agg(jsonb_build_object(
          'dealId', deal_split.deal_id, 'ownerId', deal_split.owner_id,
          'percentage', deal_split.percentage, 'track', deal_split.track)), '[]'::jsonb)`.as('splits'),
        )
        .whereRef('deal_split.portal_id', '=', 'deal.portal_id')
        .whereRef('deal_split.deal_id', '=', 'deal.id')
        .as('splits'),
    )
    .where('deal.portal_id', '=', portalId)
    .where(condition)
    .orderBy('deal.id')
    .execute();
  return rows.map((row) => ({ deal: fromRow(row), splits: row.splits ?? [], news: row.news }));
}
