import type { Kysely, Transaction } from 'kysely';
import type { Credit, ExclusionReason } from '../../domains/quota/index.ts';
import type { Tables } from '../../store/index.ts';
import type { DealSplit, MirroredDeal } from './mirrored-deal.ts';

/** A deal with all that follows from it, so that mirror and credit can never disagree. */
export interface CreditedDeal {
  readonly deal: MirroredDeal;
  readonly splits: readonly DealSplit[];
  readonly credits: readonly Credit[];
  readonly exclusion: ExclusionReason | null;
}

type Executor = Kysely<Tables> | Transaction<Tables>;
const ROWS_A_STATEMENT = 500;
/** Stands for the owner of deals that have none. */
export const NOBODY = '';

/** The portal's deals as HubSpot last showed them, and which owners' numbers have to be looked at again. */
export function forPortal(db: Kysely<Tables>, portalId: number) {
  const ofPortal = { portal_id: portalId };
  return {
    /**
     * Takes deals over, with splits and credits, and marks every owner whom the change touches, in one transaction.
     * An answer older than what is stored is dropped: HubSpot's replies may arrive out of order.
     */
    async apply(incoming: readonly CreditedDeal[]): Promise<void> {
      if (incoming.length === 0) return;
      await db.transaction().execute(async (trx) => {
        const ids = incoming.map(({ deal }) => deal.id);
        const stored = await trx
          .selectFrom('deal')
          .select(['id', 'modified_at'])
          .where('portal_id', '=', portalId)
          .where('id', 'in', ids)
          .execute();
        const storedAt = new Map(stored.map((row) => [row.id, row.modified_at]));
        const fresh = incoming.filter(({ deal }) => {
          const at = storedAt.get(deal.id);
          return !at || deal.modifiedAt >= at;
        });
        if (fresh.length === 0) return;
        const freshIds = fresh.map(({ deal }) => deal.id);
        const touched = new Set(await ownersOf(trx, portalId, freshIds));
        await upsertDeals(trx, portalId, fresh);
        await trx.deleteFrom('credit').where('portal_id', '=', portalId).where('deal_id', 'in', freshIds).execute();
        await trx.deleteFrom('deal_split').where('portal_id', '=', portalId).where('deal_id', 'in', freshIds).execute();
        const splits = fresh.flatMap((each) => each.splits);
        if (splits.length > 0) {
          await trx
            .insertInto('deal_split')
            .values(
              splits.map((split) => ({
                ...ofPortal,
                deal_id: split.dealId,
                owner_id: split.ownerId,
                percentage: split.percentage,
                track: split.track,
              })),
            )
            .execute();
        }
        await insertCredits(trx, portalId, fresh);
        for (const owner of await ownersOf(trx, portalId, freshIds)) touched.add(owner);
        await markDirty(trx, portalId, [...touched]);
      });
    },

    /** Forgets deals that HubSpot has archived or deleted. */
    async remove(ids: readonly string[]): Promise<void> {
      if (ids.length === 0) return;
      await db.transaction().execute(async (trx) => {
        const touched = await ownersOf(trx, portalId, ids);
        for (const table of ['credit', 'deal_split'] as const) {
          await trx.deleteFrom(table).where('portal_id', '=', portalId).where('deal_id', 'in', ids).execute();
        }
        await trx.deleteFrom('deal').where('portal_id', '=', portalId).where('id', 'in', ids).execute();
        await trx.deleteFrom('outbox').where('portal_id', '=', portalId).where('record_id', 'in', ids).execute();
        await markDirty(trx, portalId, touched);
      });
    },

    /** HubSpot took these values: from now on they are what it shows. */
    async rememberWritten(written: readonly { id: string; known: Readonly<Record<string, string>> }[]): Promise<void> {
      await db.transaction().execute(async (trx) => {
        for (const { id, known } of written) {
          await trx
            .updateTable('deal')
            .set({ known: JSON.stringify(known) })
            .where('portal_id', '=', portalId)
            .where('id', '=', id)
            .execute();
        }
      });
    },

    async readKnown(ids: readonly string[]): Promise<Map<string, Record<string, string>>> {
      if (ids.length === 0) return new Map();
      const rows = await db
        .selectFrom('deal')
        .select(['id', 'known'])
        .where('portal_id', '=', portalId)
        .where('id', 'in', ids)
        .execute();
      return new Map(rows.map((row) => [row.id, row.known]));
    },

    async listDealIds(): Promise<string[]> {
      const rows = await db.selectFrom('deal').select('id').where('portal_id', '=', portalId).execute();
      return rows.map((row) => row.id);
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

    markDirty: (ownerIds: readonly string[]) => markDirty(db, portalId, ownerIds),

    async readDirty(limit: number): Promise<{ ownerId: string; version: number }[]> {
      const rows = await db
        .selectFrom('dirty_owner')
        .select(['owner_id', 'version'])
        .where('portal_id', '=', portalId)
        .orderBy('owner_id')
        .limit(limit)
        .execute();
      return rows.map((row) => ({ ownerId: row.owner_id, version: row.version }));
    },

    /** Clears marks that nobody has renewed since they were read. */
    async clearDirty(marks: readonly { ownerId: string; version: number }[]): Promise<void> {
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

async function upsertDeals(trx: Executor, portalId: number, deals: readonly CreditedDeal[]): Promise<void> {
  for (let start = 0; start < deals.length; start += ROWS_A_STATEMENT) {
    await trx
      .insertInto('deal')
      .values(deals.slice(start, start + ROWS_A_STATEMENT).map((deal) => toRow(portalId, deal)))
      .onConflict((conflict) =>
        conflict.columns(['portal_id', 'id']).doUpdateSet((eb) => ({
          name: eb.ref('excluded.name'),
          pipeline_id: eb.ref('excluded.pipeline_id'),
          stage_id: eb.ref('excluded.stage_id'),
          owner_id: eb.ref('excluded.owner_id'),
          amount: eb.ref('excluded.amount'),
          currency: eb.ref('excluded.currency'),
          home_minor: eb.ref('excluded.home_minor'),
          close_at: eb.ref('excluded.close_at'),
          created_at: eb.ref('excluded.created_at'),
          modified_at: eb.ref('excluded.modified_at'),
          is_closed: eb.ref('excluded.is_closed'),
          is_won: eb.ref('excluded.is_won'),
          is_split: eb.ref('excluded.is_split'),
          forecast_category: eb.ref('excluded.forecast_category'),
          stage_entered_at: eb.ref('excluded.stage_entered_at'),
          won_entered_at: eb.ref('excluded.won_entered_at'),
          won_exited_at: eb.ref('excluded.won_exited_at'),
          stage_entries: eb.ref('excluded.stage_entries'),
          known: eb.ref('excluded.known'),
          exclusion: eb.ref('excluded.exclusion'),
        })),
      )
      .execute();
  }
}

function toRow(portalId: number, { deal, exclusion }: CreditedDeal) {
  return {
    portal_id: portalId,
    id: deal.id,
    name: deal.name,
    pipeline_id: deal.pipelineId,
    stage_id: deal.stageId,
    owner_id: deal.ownerId,
    amount: deal.amount,
    currency: deal.currency,
    home_minor: deal.homeMinor,
    close_at: deal.closeAt,
    created_at: deal.createdAt,
    modified_at: deal.modifiedAt,
    is_closed: deal.isClosed,
    is_won: deal.isWon,
    is_split: deal.isSplit,
    forecast_category: deal.forecastCategory,
    stage_entered_at: deal.stageEnteredAt,
    won_entered_at: deal.wonEnteredAt,
    won_exited_at: deal.wonExitedAt,
    stage_entries: JSON.stringify(deal.stageEntries),
    known: JSON.stringify(deal.known),
    exclusion,
  };
}

async function insertCredits(trx: Executor, portalId: number, deals: readonly CreditedDeal[]): Promise<void> {
  const rows = deals.flatMap(({ deal, credits }) =>
    credits.map((credit) => ({
      portal_id: portalId,
      deal_id: deal.id,
      owner_id: credit.ownerId,
      period_key: credit.periodKey,
      kind: credit.kind,
      track: credit.track,
      amount_minor: credit.amount.minor,
      at: credit.at,
    })),
  );
  for (let start = 0; start < rows.length; start += ROWS_A_STATEMENT) {
    await trx.insertInto('credit').values(rows.slice(start, start + ROWS_A_STATEMENT)).execute();
  }
}

/**
 * Everybody whose numbers these deals touch as they are stored now: owners, split partners and holders of credit.
 * Deals that nobody owns stand together under the empty id: they have a probability all the same.
 */
async function ownersOf(trx: Executor, portalId: number, dealIds: readonly string[]): Promise<string[]> {
  const rows = await trx
    .selectFrom('deal')
    .select('owner_id')
    .where('portal_id', '=', portalId)
    .where('id', 'in', dealIds)
    .union(
      trx.selectFrom('credit').select('owner_id').where('portal_id', '=', portalId).where('deal_id', 'in', dealIds),
    )
    .union(
      trx.selectFrom('deal_split').select('owner_id').where('portal_id', '=', portalId).where('deal_id', 'in', dealIds),
    )
    .execute();
  return rows.map((row) => row.owner_id ?? NOBODY);
}

async function markDirty(trx: Executor, portalId: number, ownerIds: readonly string[]): Promise<void> {
  if (ownerIds.length === 0) return;
  await trx
    .insertInto('dirty_owner')
    .values([...ownerIds].sort().map((ownerId) => ({ portal_id: portalId, owner_id: ownerId })))
    .onConflict((conflict) =>
      conflict
        .columns(['portal_id', 'owner_id'])
        .doUpdateSet((eb) => ({ version: eb.ref('excluded.version') })),
    )
    .execute();
}
