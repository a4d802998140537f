import { lifecycleStages } from './contact-properties.ts';
import type { BuiltInProperty, PropertyGroup } from './property-definition.ts';

export const companyGroups: readonly PropertyGroup[] = [
  { name: 'companyinformation', label: 'Company information', displayOrder: 0, archived: false },
];

const text = { type: 'string', fieldType: 'text', groupName: 'companyinformation' } as const;
const instant = {
  type: 'datetime',
  fieldType: 'date',
  groupName: 'companyinformation',
  readOnly: true,
} as const;
const figure = { type: 'number', fieldType: 'number', groupName: 'companyinformation' } as const;
const choice = { type: 'enumeration', fieldType: 'select', groupName: 'companyinformation' } as const;

/** HubSpot has some 150 industries; these are the ones that the invented firms are in. */
export const industries = [
  ['LOGISTICS_AND_SUPPLY_CHAIN', 'Logistics and Supply Chain'],
  ['FOOD_PRODUCTION', 'Food Production'],
  ['UTILITIES', 'Utilities'],
  ['HOSPITAL_HEALTH_CARE', 'Hospital & Health Care'],
  ['INDUSTRIAL_AUTOMATION', 'Industrial Automation'],
  ['TEXTILES', 'Textiles'],
  ['INSURANCE', 'Insurance'],
  ['PACKAGING_AND_CONTAINERS', 'Packaging and Containers'],
  ['CONSUMER_ELECTRONICS', 'Consumer Electronics'],
  ['LEISURE_TRAVEL_TOURISM', 'Leisure, Travel & Tourism'],
  ['PAPER_FOREST_PRODUCTS', 'Paper & Forest Products'],
  ['MEDIA_PRODUCTION', 'Media Production'],
  ['MARITIME', 'Maritime'],
  ['MECHANICAL_OR_INDUSTRIAL_ENGINEERING', 'Mechanical or Industrial Engineering'],
] as const;

export const companyProperties: readonly BuiltInProperty[] = [
  { ...text, name: 'name', label: 'Company name' },
  { ...text, name: 'domain', label: 'Company Domain Name' },
  { ...text, name: 'website', label: 'Website URL' },
  { ...text, name: 'phone', label: 'Phone Number', fieldType: 'phonenumber' },
  { ...text, name: 'description', label: 'Description', fieldType: 'textarea' },
  { ...choice, name: 'industry', label: 'Industry', options: industries },
  { ...text, name: 'address', label: 'Street Address' },
  { ...text, name: 'city', label: 'City' },
  { ...text, name: 'state', label: 'State/Region' },
  { ...text, name: 'zip', label: 'Postal Code' },
  { ...text, name: 'country', label: 'Country/Region' },
  { ...figure, name: 'numberofemployees', label: 'Number of Employees' },
  { ...figure, name: 'annualrevenue', label: 'Annual Revenue' },
  { ...choice, name: 'lifecyclestage', label: 'Lifecycle Stage', options: lifecycleStages },
  { ...choice, name: 'hubspot_owner_id', label: 'Company owner', owner: true },
  { ...choice, name: 'hubspot_team_id', label: 'HubSpot Team', readOnly: true },
  { ...text, name: 'hs_merged_object_ids', label: 'Merged record IDs', readOnly: true },
  { ...instant, name: 'createdate', label: 'Create Date' },
  { ...instant, name: 'hs_createdate', label: 'Object create date/time', hidden: true },
  { ...instant, name: 'hs_lastmodifieddate', label: 'Last Modified Date' },
  { ...instant, name: 'notes_last_contacted', label: 'Last Contacted' },
  { ...figure, name: 'hs_object_id', label: 'Record ID', readOnly: true },
];
