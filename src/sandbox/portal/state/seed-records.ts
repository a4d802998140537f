import type { SeedFirm, SeedGoal, SeedUser } from '../../seed.ts';
import { calculateRecord } from '../objects/calculate-record.ts';
import type { DealFacts } from '../objects/deal-facts.ts';
import { instantText } from '../objects/instant-text.ts';
import { goalType, userType, type ObjectType } from '../objects/object-types.ts';
import { blankRecord, reviseRecord } from '../objects/revise-record.ts';
import type { StoredRecord } from '../objects/stored-record.ts';
import { seedSource } from './replay-deal.ts';

/** A company or contact as it was imported. */
export function seedFirmRecord(
  type: ObjectType,
  { id, createdAt, properties }: SeedFirm,
  facts: DealFacts,
): StoredRecord {
  const values = Object.fromEntries(Object.entries(properties).map(([name, value]) => [name, value ?? '']));
  return seedRecord(type, { id, at: instantText(new Date(createdAt)), values, facts });
}

/** A goal as HubSpot's goals tool makes one for a sales quota. */
export function seedGoalRecord(
  goal: SeedGoal,
  { at, facts }: { at: string; facts: DealFacts },
): StoredRecord {
  const values = {
    hs_goal_name: goal.name,
    hs_goal_type: 'sales_quota',
    hs_milestone: goal.milestone,
    hs_target_amount: goal.amount,
    hs_start_datetime: instantText(new Date(goal.start)),
    hs_end_datetime: instantText(new Date(goal.end)),
    hs_pipeline_ids: goal.pipelineIds.join(';'),
    hubspot_owner_id: goal.ownerId ?? '',
    hs_assignee_team_id: goal.teamId ?? '',
    hs_goal_target_currency_code: goal.currency,
    hs_kpi_object_type_id: '0-3',
    hs_kpi_property_name: 'amount_in_home_currency',
    hs_kpi_time_period_property: 'closedate',
    hs_kpi_unit_type: 'currency',
  };
  return seedRecord(goalType, { id: goal.id, at, values, facts });
}

/** The record that the users object holds of a person; its id is neither the user id nor the owner id. */
export function seedUserRecord(
  user: SeedUser,
  { id, facts }: { id: string; facts: DealFacts },
): StoredRecord {
  const values = {
    hs_email: user.email,
    hs_given_name: user.firstName,
    hs_family_name: user.lastName,
    hs_searchable_calculated_name: `${user.firstName} ${user.lastName}`,
    hs_internal_user_id: String(user.userId),
    hubspot_owner_id: user.ownerId,
    hs_deactivated: String(user.archived),
  };
  return seedRecord(userType, { id, at: instantText(new Date(user.createdAt)), values, facts });
}

function seedRecord(
  type: ObjectType,
  { id, at, values, facts }: { id: string; at: string; values: Record<string, string>; facts: DealFacts },
): StoredRecord {
  const record = reviseRecord({ record: blankRecord(id, at), values, source: seedSource, at });
  return calculateRecord({ type, record, before: null, at, facts });
}
