import type { BuiltInProperty, PropertyGroup } from './property-definition.ts';

export const contactGroups: readonly PropertyGroup[] = [
  { name: 'contactinformation', label: 'Contact Information', displayOrder: 0, archived: false },
];

const text = { type: 'string', fieldType: 'text', groupName: 'contactinformation' } as const;
const instant = {
  type: 'datetime',
  fieldType: 'date',
  groupName: 'contactinformation',
  readOnly: true,
} as const;
const figure = { type: 'number', fieldType: 'number', groupName: 'contactinformation' } as const;
const choice = { type: 'enumeration', fieldType: 'select', groupName: 'contactinformation' } as const;

export const lifecycleStages = [
  ['lead', 'Lead'],
  ['opportunity', 'Opportunity'],
  ['customer', 'Customer'],
  ['other', 'Other'],
] as const;

export const contactProperties: readonly BuiltInProperty[] = [
  { ...text, name: 'email', label: 'Email', unique: true },
  { ...text, name: 'firstname', label: 'First Name' },
  { ...text, name: 'lastname', label: 'Last Name' },
  { ...text, name: 'phone', label: 'Phone Number', fieldType: 'phonenumber' },
  { ...text, name: 'jobtitle', label: 'Job Title' },
  { ...text, name: 'company', label: 'Company Name' },
  { ...text, name: 'address', label: 'Street Address' },
  { ...text, name: 'city', label: 'City' },
  { ...text, name: 'state', label: 'State/Region' },
  { ...text, name: 'zip', label: 'Postal Code' },
  { ...text, name: 'country', label: 'Country/Region' },
  { ...choice, name: 'lifecyclestage', label: 'Lifecycle Stage', options: lifecycleStages },
  {
    ...choice,
    name: 'hs_lead_status',
    label: 'Lead Status',
    options: [
      ['NEW', 'New'],
      ['OPEN', 'Open'],
      ['IN_PROGRESS', 'In Progress'],
      ['CONNECTED', 'Connected'],
      ['UNQUALIFIED', 'Unqualified'],
    ],
  },
  { ...choice, name: 'hubspot_owner_id', label: 'Contact owner', owner: true },
  { ...choice, name: 'hubspot_team_id', label: 'HubSpot Team', readOnly: true },
  { ...text, name: 'hs_merged_object_ids', label: 'Merged record IDs', readOnly: true },
  { ...instant, name: 'createdate', label: 'Create Date' },
  { ...instant, name: 'hs_createdate', label: 'Object create date/time', hidden: true },
  { ...instant, name: 'lastmodifieddate', label: 'Last Modified Date' },
  { ...instant, name: 'notes_last_contacted', label: 'Last Contacted' },
  { ...figure, name: 'hs_object_id', label: 'Record ID', readOnly: true },
];
