import type { BuiltInProperty, PropertyGroup } from './property-definition.ts';

export const goalGroups: readonly PropertyGroup[] = [
  { name: 'goal_target_information', label: 'Goal Target Information', displayOrder: 0, archived: false },
];

const text = { type: 'string', fieldType: 'text', groupName: 'goal_target_information' } as const;
const instant = { type: 'datetime', fieldType: 'date', groupName: 'goal_target_information' } as const;
const figure = { type: 'number', fieldType: 'number', groupName: 'goal_target_information' } as const;

export const goalProperties: readonly BuiltInProperty[] = [
  { ...text, name: 'hs_goal_name', label: 'Goal Name' },
  { ...text, name: 'hs_goal_type', label: 'Goal Type' },
  {
    ...text,
    name: 'hs_milestone',
    label: 'Milestone',
    type: 'enumeration',
    fieldType: 'select',
    options: [
      ['weekly', 'Weekly'],
      ['monthly', 'Monthly'],
      ['quarterly', 'Quarterly'],
      ['yearly', 'Yearly'],
    ],
  },
  { ...figure, name: 'hs_target_amount', label: 'Target Amount' },
  { ...instant, name: 'hs_start_datetime', label: 'Start Date' },
  { ...instant, name: 'hs_end_datetime', label: 'End Date' },
  { ...text, name: 'hs_pipeline_ids', label: 'Pipelines' },
  { ...text, name: 'hs_group_correlation_uuid', label: 'Group Correlation UUID' },
  { ...text, name: 'hs_goal_target_group_id', label: 'Goal Target Group ID' },
  {
    ...text,
    name: 'hubspot_owner_id',
    label: 'Goal owner',
    type: 'enumeration',
    fieldType: 'select',
    owner: true,
  },
  { ...figure, name: 'hs_assignee_team_id', label: 'Assignee team' },
  { ...text, name: 'hs_goal_target_currency_code', label: 'Currency' },
  { ...text, name: 'hs_kpi_object_type_id', label: 'KPI object type' },
  { ...text, name: 'hs_kpi_property_name', label: 'KPI property' },
  { ...text, name: 'hs_kpi_time_period_property', label: 'KPI time period property' },
  { ...text, name: 'hs_kpi_unit_type', label: 'KPI unit type' },
  { ...figure, name: 'hs_kpi_value', label: 'KPI value', readOnly: true },
  { ...instant, name: 'hs_createdate', label: 'Object create date/time', readOnly: true },
  { ...instant, name: 'hs_lastmodifieddate', label: 'Object last modified date/time', readOnly: true },
  { ...figure, name: 'hs_object_id', label: 'Record ID', readOnly: true },
];
