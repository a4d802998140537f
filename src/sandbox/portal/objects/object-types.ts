export interface ObjectType {
  readonly typeId: string;
  /** The plural name that HubSpot's paths use. */
  readonly plural: string;
  /** Other names that paths may carry, in lower case. */
  readonly aliases: readonly string[];
  /** What HubSpot's messages call it. */
  readonly label: string;
  /** Returned when a caller names no properties. */
  readonly defaultProperties: readonly string[];
  /** The properties that say when a record was made and last written. */
  readonly createdProperties: readonly string[];
  readonly modifiedProperty: string;
  /** Returned in addition to the properties that a caller names. */
  readonly alwaysReturned: readonly string[];
  /** Without these HubSpot makes no record. */
  readonly requiredProperties: readonly string[];
  /** What a free-text search looks at. */
  readonly searchedProperties: readonly string[];
  /** Any one of these scopes admits. */
  readonly readScopes: readonly string[];
  readonly writeScopes: readonly string[];
  /** Scopes for changing its property definitions. */
  readonly schemaScopes: readonly string[];
}

const bareDefaults = ['hs_createdate', 'hs_lastmodifieddate', 'hs_object_id'] as const;

export const dealType: ObjectType = {
  typeId: '0-3',
  plural: 'deals',
  aliases: ['deal'],
  label: 'DEAL',
  createdProperties: ['hs_createdate'],
  modifiedProperty: 'hs_lastmodifieddate',
  defaultProperties: [
    'amount',
    'closedate',
    'createdate',
    'dealname',
    'dealstage',
    'hs_lastmodifieddate',
    'hs_object_id',
    'pipeline',
  ],
  alwaysReturned: ['createdate', 'hs_lastmodifieddate', 'hs_object_id'],
  requiredProperties: [],
  searchedProperties: ['dealname', 'pipeline', 'dealstage', 'description', 'dealtype'],
  readScopes: ['crm.objects.deals.read'],
  writeScopes: ['crm.objects.deals.write'],
  schemaScopes: ['crm.schemas.deals.write'],
};

export const userType: ObjectType = {
  typeId: '0-115',
  plural: 'users',
  aliases: ['user'],
  label: 'USER',
  createdProperties: ['hs_createdate'],
  modifiedProperty: 'hs_lastmodifieddate',
  defaultProperties: bareDefaults,
  alwaysReturned: bareDefaults,
  requiredProperties: [],
  searchedProperties: ['hs_searchable_calculated_name', 'hs_email'],
  readScopes: ['crm.objects.users.read'],
  writeScopes: ['crm.objects.users.write'],
  schemaScopes: ['crm.objects.users.write'],
};

export const goalType: ObjectType = {
  typeId: '0-74',
  plural: 'goal_targets',
  aliases: ['goal_target', 'goals'],
  label: 'GOAL_TARGET',
  createdProperties: ['hs_createdate'],
  modifiedProperty: 'hs_lastmodifieddate',
  defaultProperties: bareDefaults,
  alwaysReturned: bareDefaults,
  requiredProperties: [],
  searchedProperties: ['hs_goal_name'],
  readScopes: ['crm.objects.goals.read'],
  writeScopes: ['crm.objects.goals.write'],
  schemaScopes: ['crm.objects.goals.write'],
};

export const contactType: ObjectType = {
  typeId: '0-1',
  plural: 'contacts',
  aliases: ['contact'],
  label: 'CONTACT',
  createdProperties: ['createdate', 'hs_createdate'],
  modifiedProperty: 'lastmodifieddate',
  defaultProperties: ['createdate', 'email', 'firstname', 'hs_object_id', 'lastmodifieddate', 'lastname'],
  alwaysReturned: ['createdate', 'hs_object_id', 'lastmodifieddate'],
  requiredProperties: [],
  searchedProperties: ['firstname', 'lastname', 'email', 'phone', 'company', 'hs_object_id'],
  readScopes: ['crm.objects.contacts.read'],
  writeScopes: ['crm.objects.contacts.write'],
  schemaScopes: ['crm.schemas.contacts.write'],
};

export const companyType: ObjectType = {
  typeId: '0-2',
  plural: 'companies',
  aliases: ['company'],
  label: 'COMPANY',
  createdProperties: ['createdate', 'hs_createdate'],
  modifiedProperty: 'hs_lastmodifieddate',
  defaultProperties: ['createdate', 'domain', 'hs_lastmodifieddate', 'hs_object_id', 'name'],
  alwaysReturned: ['createdate', 'hs_lastmodifieddate', 'hs_object_id'],
  requiredProperties: [],
  searchedProperties: ['name', 'domain', 'website', 'phone'],
  readScopes: ['crm.objects.companies.read'],
  writeScopes: ['crm.objects.companies.write'],
  schemaScopes: ['crm.schemas.companies.write'],
};

/** HubSpot gates tasks, like all its engagements, by the scopes of contacts. */
export const taskType: ObjectType = {
  typeId: '0-27',
  plural: 'tasks',
  aliases: ['task'],
  label: 'TASK',
  createdProperties: ['hs_createdate'],
  modifiedProperty: 'hs_lastmodifieddate',
  defaultProperties: bareDefaults,
  alwaysReturned: bareDefaults,
  requiredProperties: ['hs_timestamp'],
  searchedProperties: ['hs_task_subject', 'hs_body_preview'],
  readScopes: ['crm.objects.contacts.read'],
  writeScopes: ['crm.objects.contacts.write'],
  schemaScopes: ['crm.schemas.tasks.write'],
};

export const objectTypes: readonly ObjectType[] = [
  dealType,
  contactType,
  companyType,
  userType,
  goalType,
  taskType,
];

/** Finds an object type by plural or singular name in any case, or by type id. */
export function findObjectType(name: string): ObjectType | undefined {
  const wanted = name.toLowerCase();
  return objectTypes.find(
    (type) => type.typeId === wanted || type.plural === wanted || type.aliases.includes(wanted),
  );
}
