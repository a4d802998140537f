import { mergedProperty } from './list-merged.ts';
import type { StageFacts } from './mirrored-deal.ts';

const plain = [
  'dealname',
  'amount',
  'amount_in_home_currency',
  'deal_currency_code',
  'hs_exchange_rate',
  'closedate',
  'createdate',
  'dealstage',
  'pipeline',
  'hubspot_owner_id',
  'hs_is_closed',
  'hs_is_closed_won',
  'hs_is_deal_split',
  'hs_manual_forecast_category',
  'hs_lastmodifieddate',
  mergedProperty,
  'notes_last_updated',
  'notes_next_activity_date',
  'hs_next_step',
];

/** The properties that a pull asks for: HubSpot answers only what is named. */
export function dealProperties(stages: readonly StageFacts[], ownNames: readonly string[]): string[] {
  return [
    ...plain,
    ...stages.map((stage) => enteredProperty(stage.id)),
    ...stages.filter((stage) => stage.isWon).map((stage) => exitedProperty(stage.id)),
    ...ownNames,
  ];
}

export const enteredProperty = (stageId: string): string => `hs_v2_date_entered_${stageId}`;
export const exitedProperty = (stageId: string): string => `hs_v2_date_exited_${stageId}`;
