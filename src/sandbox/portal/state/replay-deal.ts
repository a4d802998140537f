import type { SeedDeal } from '../../seed.ts';
import { calculateRecord } from '../objects/calculate-record.ts';
import type { DealFacts } from '../objects/deal-facts.ts';
import { instantText } from '../objects/instant-text.ts';
import { dealType } from '../objects/object-types.ts';
import { blankRecord, reviseRecord } from '../objects/revise-record.ts';
import type { ChangeSource, StoredRecord } from '../objects/stored-record.ts';

export const seedSource: ChangeSource = {
  sourceType: 'IMPORT',
  sourceId: 'seed',
  sourceLabel: 'Import',
  updatedByUserId: null,
};

/** Lives through a seeded deal's history, so that its stamps and versions are what they would have become. */
export function replayDeal(deal: SeedDeal, facts: DealFacts): StoredRecord {
  const createdAt = instantText(new Date(deal.createdAt));
  let record: StoredRecord | null = null;
  for (const [at, values] of revisions(deal, createdAt)) {
    const revised: StoredRecord = reviseRecord({
      record: record ?? blankRecord(deal.id, createdAt),
      values,
      source: seedSource,
      at,
    });
    record = calculateRecord({ type: dealType, record: revised, before: record, at, facts });
  }
  if (!record) throw new Error(`deal ${deal.id} has no first revision`);
  return record;
}

function revisions(deal: SeedDeal, createdAt: string): readonly [string, Record<string, string>][] {
  const byInstant = new Map<string, Record<string, string>>();
  const note = (at: string, name: string, value: string | null) => {
    const instant = instantText(new Date(at));
    byInstant.set(instant, { ...byInstant.get(instant), [name]: value ?? '' });
  };
  note(createdAt, 'dealname', deal.name);
  note(createdAt, 'pipeline', deal.pipelineId);
  note(createdAt, 'createdate', createdAt);
  note(createdAt, 'deal_currency_code', deal.currency);
  note(createdAt, 'hs_manual_forecast_category', deal.forecastCategory);
  for (const [name, value] of Object.entries(deal.properties)) note(createdAt, name, value);
  for (const { at, value } of deal.stage) note(at, 'dealstage', value);
  for (const { at, value } of deal.amount) note(at, 'amount', value);
  for (const { at, value } of deal.owner) note(at, 'hubspot_owner_id', value);
  for (const { at, value } of deal.closeDate) {
    note(at, 'closedate', value && instantText(new Date(value)));
  }
  return [...byInstant].sort(([a], [b]) => Date.parse(a) - Date.parse(b));
}
