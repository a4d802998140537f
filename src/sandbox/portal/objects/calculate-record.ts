import { calculateDeal } from './calculate-deal.ts';
import type { DealFacts } from './deal-facts.ts';
import { dealType, type ObjectType } from './object-types.ts';
import type { StoredRecord } from './stored-record.ts';

/** Fills in the values that the portal computes for a record of any type after a write at the instant `at`. */
export function calculateRecord({
  type,
  record,
  before,
  at,
  facts,
}: {
  type: ObjectType;
  record: StoredRecord;
  before: StoredRecord | null;
  at: string;
  facts: DealFacts;
}): StoredRecord {
  const calculated =
    type === dealType
      ? calculateDeal({ deal: record, before, at, facts })
      : {
          ...before?.calculated,
          hs_object_id: record.id,
          hs_createdate: record.createdAt,
          hs_lastmodifieddate: record.updatedAt,
        };
  return { ...record, calculated };
}
