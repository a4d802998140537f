import { readDealSplits, type CrmRecord } from '../hubspot/index.ts';
import { applyingTo, directoryOf, readDeal, type DealSplit, type StageFacts } from '../mirror/index.ts';
import { creditMirrored } from './credit-mirrored.ts';
import { SyncInterrupted, type PortalSync } from './dependencies.ts';

const SPLIT_SCOPE = 'crm.dealsplits.read_write';

/** Takes deal records over into the mirror: reads their splits where there are any, credits them, stores all at once. */
export async function mirrorRecords(
  sync: PortalSync,
  records: readonly CrmRecord[],
  stages: readonly StageFacts[],
): Promise<void> {
  const { portal } = sync;
  const ownNames = ownPropertyNames(sync);
  const rates = await directoryOf(sync.db, portal.id).listRates();
  const setting = {
    companyCurrency: portal.companyCurrency,
    stages,
    ownNames,
    rates: new Map(rates.map(({ currency, rate }) => [currency, rate])),
  };
  const deals = records.map((record) => readDeal(record, setting));
  const splits = await readSplits(
    sync,
    deals.filter((deal) => deal.isSplit).map((deal) => deal.id),
  );
  await applyingTo(sync.db, portal.id).apply(
    deals.map((deal) => creditMirrored(deal, splits.get(deal.id) ?? [], portal)),
  );
}

export function ownPropertyNames({ manifest }: Pick<PortalSync, 'manifest'>): string[] {
  return manifest.properties.definitions.map((definition) => definition.name);
}

/** Splits that do not divide the deal among different people count as none: one mistake must not stop the portal. */
function isWhole(shares: readonly { readonly ownerId: string; readonly percentage: string }[]): boolean {
  const sum = shares.reduce((total, { percentage }) => total + Number(percentage), 0);
  const isDivided = shares.every(({ ownerId, percentage }) => ownerId !== '' && Number(percentage) > 0);
  return (
    isDivided &&
    Math.abs(sum - 1) < 1e-6 &&
    new Set(shares.map(({ ownerId }) => ownerId)).size === shares.length
  );
}

async function readSplits(sync: PortalSync, dealIds: readonly string[]): Promise<Map<string, DealSplit[]>> {
  if (dealIds.length === 0 || !sync.portal.scopes.includes(SPLIT_SCOPE)) return new Map();
  const read = await readDealSplits(sync.session, dealIds);
  // Without the permission or the tier for splits the owner has the whole deal; the portal goes on.
  if (!read.ok && ['forbidden', 'missing_scopes'].includes(read.failure.code)) return new Map();
  if (!read.ok) throw new SyncInterrupted('reading deal splits', read.failure);
  return new Map(
    read.value.map(({ dealId, shares }) => [
      dealId,
      isWhole(shares)
        ? shares.map(({ ownerId, percentage }) => ({
            dealId,
            ownerId,
            percentage,
            track: 'primary' as const,
          }))
        : [],
    ]),
  );
}
