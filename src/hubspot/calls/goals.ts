import type { PortalSession } from '../session.ts';
import { listPages } from './list-pages.ts';
import { listRecordPage } from './list-record-page.ts';

/** Without being asked by name HubSpot gives none of these. */
const goalProperties = [
  'hs_goal_name',
  'hs_goal_type',
  'hs_milestone',
  'hs_target_amount',
  'hs_start_datetime',
  'hs_end_datetime',
  'hs_pipeline_ids',
  'hs_goal_target_currency_code',
  'hs_kpi_property_name',
  'hs_kpi_unit_type',
  'hs_group_correlation_uuid',
  'hubspot_owner_id',
  'hubspot_team_id',
  'hs_assignee_team_id',
];

/** Lists the goals page by page: one record a person (or team) and period. Scope `crm.objects.goals.read`. */
export function listAllGoals(session: PortalSession) {
  return listPages((after) =>
    listRecordPage(session, { objectType: 'goal_targets', properties: goalProperties, after }),
  );
}
