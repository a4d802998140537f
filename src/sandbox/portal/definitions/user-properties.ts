import type { BuiltInProperty, PropertyGroup } from './property-definition.ts';

export const userGroups: readonly PropertyGroup[] = [
  { name: 'user_information', label: 'User Information', displayOrder: 0, archived: false },
];

const text = { type: 'string', fieldType: 'text', groupName: 'user_information' } as const;
const instant = { type: 'datetime', fieldType: 'date', groupName: 'user_information' } as const;
const figure = { type: 'number', fieldType: 'number', groupName: 'user_information' } as const;

export const userProperties: readonly BuiltInProperty[] = [
  { ...text, name: 'hs_email', label: 'Email', readOnly: true },
  { ...text, name: 'hs_given_name', label: 'First name', readOnly: true },
  { ...text, name: 'hs_family_name', label: 'Last name', readOnly: true },
  { ...text, name: 'hs_searchable_calculated_name', label: 'Name', readOnly: true },
  { ...figure, name: 'hs_internal_user_id', label: 'User ID', readOnly: true },
  {
    ...text,
    name: 'hubspot_owner_id',
    label: 'Owner',
    type: 'enumeration',
    fieldType: 'select',
    owner: true,
    readOnly: true,
  },
  {
    ...text,
    name: 'hs_deactivated',
    label: 'Deactivated',
    type: 'bool',
    fieldType: 'booleancheckbox',
    readOnly: true,
    options: [
      ['true', 'Yes'],
      ['false', 'No'],
    ],
  },
  { ...text, name: 'hs_job_title', label: 'Job title' },
  { ...text, name: 'hs_standard_time_zone', label: 'Time zone' },
  { ...instant, name: 'hs_createdate', label: 'Object create date/time', readOnly: true },
  { ...instant, name: 'hs_lastmodifieddate', label: 'Object last modified date/time', readOnly: true },
  { ...figure, name: 'hs_object_id', label: 'Record ID', readOnly: true },
];
