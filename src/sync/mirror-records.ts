import { dealSplitsScope, readDealSplits, type CrmRecord } from '../hubspot/index.ts';
import { featureNames, openFeatures } from '../install/index.ts';
import {
  applyingTo,
  dealProperties,
  directoryOf,
  readDeal,
  type DealSplit,
  type MirroredDeal,
  type StageFacts,
} from '../mirror/index.ts';
import { creditMirrored } from './credit-mirrored.ts';
import { SyncInterrupted, type PortalSync } from './dependencies.ts';

/** What HubSpot's deal records are read by; looked up once for however many pages. */
export interface Mirroring {
  readonly stages: readonly StageFacts[];
  /** What one unit of a currency is worth in the company's now; a decimal. */
  readonly rates: ReadonlyMap<string, string>;
  /** What to ask HubSpot for. */
  readonly properties: readonly string[];
}

export async function openMirroring(sync: PortalSync): Promise<Mirroring> {
  const directory = directoryOf(sync.db, sync.portal.id);
  const stages = await directory.listStages();
  const rates = await directory.listRates();
  return {
    stages,
    rates: new Map(rates.map(({ currency, rate }) => [currency, rate])),
    properties: dealProperties(stages, ownPropertyNames(sync)),
  };
}

/** Takes deal records over into the mirror: reads their splits where there are any, credits them, stores all at once. Answers how many differed. */
export async function mirrorRecords(
  sync: PortalSync,
  records: readonly CrmRecord[],
  mirroring: Mirroring,
): Promise<number> {
  return mirrorDeals(sync, readRecords(sync, records, mirroring));
}

export function readRecords(
  sync: PortalSync,
  records: readonly CrmRecord[],
  { stages, rates }: Mirroring,
): MirroredDeal[] {
  const { companyCurrency } = sync.portal;
  const setting = { companyCurrency, stages, ownNames: ownPropertyNames(sync), rates };
  return records.map((record) => readDeal(record, setting));
}

export async function mirrorDeals(sync: PortalSync, deals: readonly MirroredDeal[]): Promise<number> {
  const { portal } = sync;
  const splits = await readSplits(
    sync,
    deals.filter((deal) => needsSplits(sync, deal)).map((deal) => deal.id),
  );
  return applyingTo(sync.db, portal.id, sync.followMerge).apply(
    deals.map((deal) => creditMirrored(deal, splits.get(deal.id) ?? [], portal)),
  );
}

/** Whether a deal can be credited only with a further call. */
export function needsSplits({ portal }: PortalSync, deal: MirroredDeal): boolean {
  return deal.isSplit && portal.scopes.includes(dealSplitsScope);
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
  if (dealIds.length === 0) return new Map();
  const features = await openFeatures(sync, sync.portal);
  const read = await features.attempt(featureNames.splits, () => readDealSplits(sync.session, dealIds));
  // Without the permission or the tier for splits the owner has the whole deal; the portal goes on.
  if (!read.ok) throw new SyncInterrupted('reading deal splits', read.failure);
  if (read.value === null) return new Map();
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
