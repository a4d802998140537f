import type { SeedPipeline } from '../../seed.ts';
import type { BuiltInProperty, PropertyGroup } from './property-definition.ts';

export const dealGroups: readonly PropertyGroup[] = [
  { name: 'dealinformation', label: 'Deal Information', displayOrder: 0, archived: false },
  { name: 'deal_revenue', label: 'Deal Revenue', displayOrder: 1, archived: false },
  { name: 'deal_activity', label: 'Deal Activity', displayOrder: 2, archived: false },
  { name: 'deal_stages', label: 'Deal Stages', displayOrder: 3, archived: false },
];

type Columns = Omit<BuiltInProperty, 'name' | 'label'>;

const information = { groupName: 'dealinformation' } as const;
const revenue = { groupName: 'deal_revenue' } as const;
const text: Columns = { ...information, type: 'string', fieldType: 'text' };
const longText: Columns = { ...information, type: 'string', fieldType: 'textarea' };
const choice: Columns = { ...information, type: 'enumeration', fieldType: 'select' };
const instant: Columns = { ...information, type: 'datetime', fieldType: 'date' };
const systemInstant: Columns = { ...instant, readOnly: true };
const activityInstant: Columns = { ...systemInstant, groupName: 'deal_activity' };
const activityCount: Columns = {
  type: 'number',
  fieldType: 'number',
  groupName: 'deal_activity',
  readOnly: true,
};
const figure: Columns = { ...revenue, type: 'number', fieldType: 'number' };
const systemFigure: Columns = { ...figure, readOnly: true };
const equation: Columns = { ...revenue, type: 'number', fieldType: 'calculation_equation', calculated: true };
const yesNo = [
  ['true', 'Yes'],
  ['false', 'No'],
] as const;
const flag: Columns = {
  ...information,
  type: 'bool',
  fieldType: 'calculation_equation',
  calculated: true,
  options: yesNo,
};
const people: Columns = {
  ...information,
  type: 'enumeration',
  fieldType: 'checkbox',
  readOnly: true,
  owner: true,
};

const table: readonly (readonly [name: string, label: string, columns: Columns])[] = [
  ['dealname', 'Deal Name', text],
  ['amount', 'Amount', figure],
  ['closedate', 'Close Date', instant],
  ['createdate', 'Create Date', instant],
  ['hubspot_owner_id', 'Deal owner', { ...choice, owner: true }],
  ['deal_currency_code', 'Currency', choice],
  [
    'dealtype',
    'Deal Type',
    {
      ...choice,
      fieldType: 'radio',
      options: [
        ['newbusiness', 'New Business'],
        ['existingbusiness', 'Existing Business'],
      ],
    },
  ],
  [
    'hs_priority',
    'Priority',
    {
      ...choice,
      options: [
        ['low', 'Low'],
        ['medium', 'Medium'],
        ['high', 'High'],
      ],
    },
  ],
  ['description', 'Deal Description', longText],
  ['closed_lost_reason', 'Closed Lost Reason', longText],
  ['closed_won_reason', 'Closed Won Reason', longText],
  ['hs_next_step', 'Next step', longText],
  [
    'hs_manual_forecast_category',
    'Forecast category',
    {
      ...choice,
      options: [
        ['OMIT', 'Not forecasted'],
        ['PIPELINE', 'Pipeline'],
        ['BEST_CASE', 'Best case'],
        ['COMMIT', 'Commit'],
        ['CLOSED', 'Closed won'],
      ],
    },
  ],
  ['hs_forecast_probability', 'Forecast probability', figure],
  ['amount_in_home_currency', 'Amount in company currency', equation],
  ['hs_exchange_rate', 'Exchange rate', systemFigure],
  ['hs_projected_amount', 'Weighted amount', equation],
  ['hs_projected_amount_in_home_currency', 'Weighted amount in company currency', equation],
  ['hs_closed_amount', 'Closed Deal Amount', equation],
  ['hs_closed_amount_in_home_currency', 'Closed Deal Amount In Home Currency', equation],
  ['hs_open_amount_in_home_currency', 'Open Deal Amount In Home Currency', equation],
  ['hs_forecast_amount', 'Forecast amount', systemFigure],
  ['hs_deal_stage_probability', 'Deal probability', systemFigure],
  ['hs_is_closed', 'Is Deal Closed?', flag],
  ['hs_is_closed_won', 'Is Closed Won', flag],
  ['hs_is_closed_lost', 'Is closed lost', flag],
  ['hs_is_open_count', 'Is Open (numeric)', equation],
  ['hs_is_closed_count', 'Is Closed (numeric)', equation],
  ['hs_closed_won_count', 'Is Closed Won (numeric)', equation],
  ['days_to_close', 'Days to close', equation],
  ['hs_closed_won_date', 'Closed Won Date', systemInstant],
  ['hs_createdate', 'Object create date/time', { ...systemInstant, hidden: true }],
  ['hs_lastmodifieddate', 'Last Modified Date', systemInstant],
  ['hs_object_id', 'Record ID', { ...figure, ...information, readOnly: true }],
  ['hs_merged_object_ids', 'Merged record IDs', { ...text, readOnly: true }],
  ['hubspot_owner_assigneddate', 'Owner assigned date', systemInstant],
  ['hubspot_team_id', 'HubSpot Team', { ...choice, readOnly: true }],
  ['hs_all_owner_ids', 'All owner IDs', people],
  ['hs_all_deal_split_owner_ids', 'Deal split users', people],
  ['hs_is_deal_split', 'Is deal split', { ...flag, fieldType: 'booleancheckbox' }],
  ['hs_num_associated_deal_splits', 'Number of deal splits', activityCount],
  ['hs_v2_date_entered_current_stage', 'Date entered current stage', systemInstant],
  ['notes_last_contacted', 'Last Contacted', activityInstant],
  ['notes_last_updated', 'Last Activity Date', activityInstant],
  ['notes_next_activity_date', 'Next Activity Date', activityInstant],
  ['num_contacted_notes', 'Number of times contacted', activityCount],
  ['num_notes', 'Number of Sales Activities', activityCount],
  ['num_associated_contacts', 'Number of Associated Contacts', activityCount],
];

/** The deal properties of a portal with these pipelines and currencies. */
export function dealProperties(
  pipelines: readonly SeedPipeline[],
  currencies: readonly string[],
): readonly BuiltInProperty[] {
  const stages = pipelines.flatMap((pipeline) => pipeline.stages.map((stage) => ({ ...stage, pipeline })));
  const listed = table.map(([name, label, columns]) => ({ name, label, ...columns }));
  const stageInstant = { ...systemInstant, groupName: 'deal_stages' } as const;
  return [
    ...listed.map((property) =>
      property.name === 'deal_currency_code'
        ? { ...property, options: currencies.map((code) => [code, code] as const) }
        : property,
    ),
    {
      ...choice,
      name: 'pipeline',
      label: 'Pipeline',
      options: pipelines.map(({ id, label }) => [id, label] as const),
    },
    {
      ...choice,
      name: 'dealstage',
      label: 'Deal Stage',
      fieldType: 'radio',
      options: stages.map(({ id, label }) => [id, label] as const),
    },
    ...stages.flatMap(({ id, label, pipeline }) => [
      {
        ...stageInstant,
        name: `hs_v2_date_entered_${id}`,
        label: `Date entered "${label} (${pipeline.label})"`,
      },
      {
        ...stageInstant,
        name: `hs_v2_date_exited_${id}`,
        label: `Date exited "${label} (${pipeline.label})"`,
      },
    ]),
  ];
}
