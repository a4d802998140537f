import { sql, type ExpressionBuilder, type Kysely, type Transaction } from 'kysely';
import { inChunks, type Tables } from '../../store/index.ts';
import type { CreditedDeal } from '../deals/credited-deal.ts';
import type { MirroredDeal } from '../deals/mirrored-deal.ts';
import { toRow } from '../deals/row.ts';
import { NOBODY, markDirty } from '../dirty/store.ts';
import { listLeavers } from '../owners/list-leavers.ts';
import { forPortal as dealOwnersOf, type FormerOwner } from '../owners/store.ts';
import { compareToStored } from '../stored/compare-to-stored.ts';
import { forPortal as storedOf } from '../stored/store.ts';

/** Deals that HubSpot has made one of. */
export interface Merge {
  readonly survivorId: string;
  readonly mergedIds: readonly string[];
}

/** What else moves with a merge, in the transaction in which the mirror learns of it; done again it changes nothing. */
export type FollowMerge = (trx: Kysely<Tables>, portalId: number, merge: Merge) => Promise<void>;

/** Takes over what HubSpot shows, and marks whose numbers have to be looked at again. */
export function forPortal(db: Kysely<Tables>, portalId: number, followMerge?: FollowMerge) {
  return {
    /**
     * Takes deals over, with splits and credits, and marks every owner whom the change touches, in one transaction.
     * An answer older than what is stored is dropped: HubSpot's replies may arrive out of order. One that says what is
     * stored already, or tells of an activity alone, touches nobody. What went into one of them by a merge is forgotten with
     * it, and whoever follows merges is told. Answers how many deals differed.
     */
    async apply(incoming: readonly CreditedDeal[]): Promise<number> {
      if (incoming.length === 0) return 0;
      return db.transaction().execute(async (trx) => {
        const stored = storedOf(trx, portalId);
        const before = await stored.read(incoming.map(({ deal }) => deal.id));
        const seenAt = ({ deal }: CreditedDeal): number => {
          const row = before.get(deal.id)?.row;
          return row ? Math.max(+row.modified_at, +(row.verified_at ?? 0)) : -Infinity;
        };
        const newest = newestOfEach(incoming).filter((each) => +each.deal.modifiedAt >= seenAt(each));
        const fresh: CreditedDeal[] = [];
        const renumbered: string[] = [];
        const verified: MirroredDeal[] = [];
        const left: FormerOwner[] = [];
        for (const each of newest) {
          const own = before.get(each.deal.id);
          const difference = own ? compareToStored(each, own) : 'numbers';
          if (difference !== 'none') fresh.push(each);
          else if (+each.deal.modifiedAt > seenAt(each)) verified.push(each.deal);
          if (difference === 'numbers') renumbered.push(each.deal.id);
          if (own) left.push(...listLeavers(own, each));
        }
        await stored.noteVerified(verified);
        if (fresh.length > 0) await takeOver(trx, portalId, fresh, renumbered);
        await dealOwnersOf(trx, portalId).keep(left);
        await merge(trx, portalId, incoming, followMerge);
        return fresh.length;
      });
    },
    /** Forgets deals that HubSpot has archived or deleted. */
    async remove(gone: readonly string[]): Promise<void> {
      await inChunks(gone, (ids) => db.transaction().execute((trx) => removeDeals(trx, portalId, ids)));
    },
  };
}

async function takeOver(
  trx: Transaction<Tables>,
  portalId: number,
  fresh: readonly CreditedDeal[],
  renumbered: readonly string[],
): Promise<void> {
  const freshIds = fresh.map(({ deal }) => deal.id);
  const touched = new Set(await ownersOf(trx, portalId, renumbered));
  await upsertDeals(trx, portalId, fresh);
  for (const table of ['credit', 'deal_split'] as const)
    await trx.deleteFrom(table).where('portal_id', '=', portalId).where('deal_id', 'in', freshIds).execute();
  await insertSplits(trx, portalId, fresh);
  await insertCredits(trx, portalId, fresh);
  for (const owner of await ownersOf(trx, portalId, renumbered)) touched.add(owner);
  await markDirty(trx, portalId, [...touched]);
}

/** The survivors are locked, so that whoever writes beside one of these deals at the moment has done so, or waits. */
async function merge(
  trx: Transaction<Tables>,
  portalId: number,
  incoming: readonly CreditedDeal[],
  followMerge: FollowMerge | undefined,
): Promise<void> {
  for (const { deal } of incoming) {
    const { id: survivorId, mergedIds = [] } = deal;
    if (mergedIds.length === 0) continue;
    await sql`select from deal where portal_id = ${portalId} and id = ${survivorId} for update`.execute(trx);
    await removeDeals(trx, portalId, mergedIds);
    await dealOwnersOf(trx, portalId).follow(survivorId, mergedIds);
    await followMerge?.(trx, portalId, { survivorId, mergedIds });
  }
}

async function removeDeals(
  trx: Transaction<Tables>,
  portalId: number,
  ids: readonly string[],
): Promise<void> {
  const touched = await ownersOf(trx, portalId, ids);
  await dealOwnersOf(trx, portalId).keepAll(ids);
  for (const table of ['credit', 'deal_split'] as const)
    await trx.deleteFrom(table).where('portal_id', '=', portalId).where('deal_id', 'in', ids).execute();
  await trx.deleteFrom('deal').where('portal_id', '=', portalId).where('id', 'in', ids).execute();
  await trx.deleteFrom('outbox').where('portal_id', '=', portalId).where('record_id', 'in', ids).execute();
  await markDirty(trx, portalId, touched);
}

/** One statement cannot take the same deal twice; in the order of ids two transactions never wait for each other. */
function newestOfEach(deals: readonly CreditedDeal[]): CreditedDeal[] {
  const oldestFirst = deals.toSorted((left, right) => +left.deal.modifiedAt - +right.deal.modifiedAt);
  const newest = new Map(oldestFirst.map((each) => [each.deal.id, each]));
  return [...newest.values()].sort((left, right) => (left.deal.id < right.deal.id ? -1 : 1));
}

async function insertSplits(
  trx: Transaction<Tables>,
  portalId: number,
  deals: readonly CreditedDeal[],
): Promise<void> {
  const rows = deals.flatMap(({ splits }) =>
    splits.map((split) => ({
      portal_id: portalId,
      deal_id: split.dealId,
      owner_id: split.ownerId,
      percentage: split.percentage,
      track: split.track,
    })),
  );
  await inChunks(rows, (part) => trx.insertInto('deal_split').values(part).execute());
}

/**
 * An edit of anything that the numbers depend on is news, and so is another value where ours was. A deal that comes
 * again as it was, or with what we wrote ourselves, is none: time alone may then change its probability.
 */
function news(eb: ExpressionBuilder<Tables, 'deal'>) {
  return eb
    .case()
    .when(
      sql<boolean>`(deal.pipeline_id, deal.stage_id, deal.owner_id, deal.home_minor, deal.close_at, deal.is_closed,
      deal.is_won, deal.is_split, deal.stage_entered_at, deal.known) is distinct from (excluded.pipeline_id,
      excluded.stage_id, excluded.owner_id, excluded.home_minor, excluded.close_at, excluded.is_closed,
      excluded.is_won, excluded.is_split, excluded.stage_entered_at, excluded.known)`,
    )
    .then(sql<number>`nextval('mark')`)
    .else(eb.ref('deal.news'))
    .end();
}

async function upsertDeals(
  trx: Transaction<Tables>,
  portalId: number,
  deals: readonly CreditedDeal[],
): Promise<void> {
  await inChunks(deals, (part) =>
    trx
      .insertInto('deal')
      .values(part.map((deal) => toRow(portalId, deal)))
      .onConflict((conflict) =>
        conflict.columns(['portal_id', 'id']).doUpdateSet((eb) => ({
          news: news(eb),
          name: eb.ref('excluded.name'),
          pipeline_id: eb.ref('excluded.pipeline_id'),
          stage_id: eb.ref('excluded.stage_id'),
          owner_id: eb.ref('excluded.owner_id'),
          amount: eb.ref('excluded.amount'),
          currency: eb.ref('excluded.currency'),
          exchange_rate: eb.ref('excluded.exchange_rate'),
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
          last_activity_at: eb.ref('excluded.last_activity_at'),
          next_activity_at: eb.ref('excluded.next_activity_at'),
          has_next_step: eb.ref('excluded.has_next_step'),
          pushes: sql<number>`deal.pushes + case when excluded.close_at >= deal.close_at + interval '1 day'
            and not deal.is_closed and not excluded.is_closed then 1 else 0 end`,
          stage_entries: eb.ref('excluded.stage_entries'),
          known: eb.ref('excluded.known'),
          exclusion: eb.ref('excluded.exclusion'),
          exclusion_period: eb.ref('excluded.exclusion_period'),
        })),
      )
      .execute(),
  );
}

async function insertCredits(
  trx: Transaction<Tables>,
  portalId: number,
  deals: readonly CreditedDeal[],
): Promise<void> {
  const rows = deals.flatMap(({ deal, credits }) =>
    credits.map((credit) => ({
      portal_id: portalId,
      deal_id: deal.id,
      pipeline_id: deal.pipelineId,
      owner_id: credit.ownerId,
      period_key: credit.periodKey,
      kind: credit.kind,
      track: credit.track,
      amount_minor: credit.amount.minor,
      at: credit.at,
    })),
  );
  await inChunks(rows, (part) => trx.insertInto('credit').values(part).execute());
}

/**
 * Everybody whose numbers these deals touch as they are stored now: owners, split partners and holders of credit.
 * Deals that nobody owns stand together under the empty id: they have a probability all the same.
 */
async function ownersOf(
  trx: Transaction<Tables>,
  portalId: number,
  dealIds: readonly string[],
): Promise<string[]> {
  if (dealIds.length === 0) return [];
  const rows = await trx
    .selectFrom('deal')
    .select('owner_id')
    .where('portal_id', '=', portalId)
    .where('id', 'in', dealIds)
    .union(
      trx
        .selectFrom('credit')
        .select('owner_id')
        .where('portal_id', '=', portalId)
        .where('deal_id', 'in', dealIds),
    )
    .union(
      trx
        .selectFrom('deal_split')
        .select('owner_id')
        .where('portal_id', '=', portalId)
        .where('deal_id', 'in', dealIds),
    )
    .execute();
  return rows.map((row) => row.owner_id ?? NOBODY);
}
