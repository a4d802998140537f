import { calculateDeal } from './calculate-deal.ts';
import { calculateTask } from './calculate-task.ts';
import type { DealFacts } from './deal-facts.ts';
import { companyType, contactType, dealType, taskType, type ObjectType } from './object-types.ts';
import { currentValue, type StoredRecord } from './stored-record.ts';

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
          ...teamOf(type, record, facts),
          ...(type === taskType && calculateTask({ task: record, before, at })),
          ...Object.fromEntries(type.createdProperties.map((name) => [name, record.createdAt])),
          hs_object_id: record.id,
          [type.modifiedProperty]: record.updatedAt,
        };
  return { ...record, calculated };
}

const typesWithTeam: readonly ObjectType[] = [contactType, companyType, taskType];

function teamOf(type: ObjectType, record: StoredRecord, facts: DealFacts): Readonly<Record<string, string>> {
  if (!typesWithTeam.includes(type)) return {};
  return { hubspot_team_id: facts.primaryTeam(currentValue(record, 'hubspot_owner_id')) ?? '' };
}
