import { formatAmount } from '../../../src/sandbox/page/deals/format-amount.ts';
import { formatDay } from '../../../src/sandbox/page/deals/format-day.ts';
import type {
  Person,
  PortalRecord,
  Property,
  PropertyOption,
  RecordKind,
} from '../../../src/sandbox/page/portal-types.ts';

/** One record of the invented portal; its properties change as people edit them. */
export interface InventedRecord {
  readonly kind: RecordKind;
  readonly id: string;
  readonly properties: Record<string, string | null>;
}

const TIME_ZONE = 'Europe/Berlin';

const people: readonly Person[] = [
  ['Ana Ruiz', 'Central', false],
  ['Ben Okafor', 'Central', false],
  ['Chloe Martin', 'Central', false],
  ['Maria Lang', 'Central', false],
  ['Devon Clarke', 'North', false],
  ['Eline de Vries', 'North', false],
  ['Jonas Weber', 'North', false],
  ['Priya Nair', 'South', false],
  ['Tomas Novak', 'South', false],
  ['Sofia Berg', null, true],
].map(([name, teamName, superAdmin], index) => ({
  userId: 501 + index,
  ownerId: String(9001 + index),
  name: name as string,
  email: `${(name as string).toLowerCase().replaceAll(' ', '.')}@nordwind.example`,
  teamName: teamName as string | null,
  superAdmin: superAdmin as boolean,
}));

export const inventedSession = {
  account: { portalId: 4711, name: 'Nordwind GmbH', timeZone: TIME_ZONE, companyCurrency: 'EUR' },
  appId: 77,
  people,
  pages: [],
  workflowActions: [],
  variables: { API_ORIGIN: 'https://sideline.example' },
};

const STAGES: readonly PropertyOption[] = [
  { value: 'qualified', label: 'Qualified' },
  { value: 'demo', label: 'Demo held' },
  { value: 'proposal', label: 'Proposal sent' },
  { value: 'negotiation', label: 'Negotiation' },
  { value: 'won', label: 'Closed won' },
  { value: 'lost', label: 'Closed lost' },
];

const FIRMS =
  'Alder Birch Cobalt Delta Ember Fjord Garnet Harbor Indigo Juniper Keystone Lumen Meridian'.split(' ');
const KINDS = ['Logistics', 'Foods', 'Systems', 'Clinics', 'Energy'];

/** 65 deals, the same each time. */
export const inventedDeals = (): InventedRecord[] =>
  FIRMS.flatMap((firm, row) =>
    KINDS.map((kind, column) => {
      const number = row * KINDS.length + column;
      const owner = people[number % 9]!;
      return {
        kind: 'deals' as const,
        id: String(301001 + number),
        properties: {
          dealname: `${firm} ${kind}`,
          amount: number % 17 === 11 ? null : String(4800 + ((number * 7919) % 46) * 1200),
          deal_currency_code: 'EUR',
          closedate: new Date(Date.UTC(2026, 10, 26 + ((number * 11) % 70), 11)).toISOString(),
          dealstage: STAGES[(number * 3) % 4]!.value,
          pipeline: 'new',
          hubspot_owner_id: owner.ownerId,
          dealtype: number % 3 === 0 ? 'existingbusiness' : 'newbusiness',
          hs_next_step: number % 2 === 0 ? 'Send the mutual plan' : null,
          description: null,
          createdate: new Date(Date.UTC(2026, 6, 1 + number, 8)).toISOString(),
          sideline_quota: '300000',
          sideline_attainment: ((48 + (((number % 9) * 13) % 61)) / 100).toFixed(4),
          sideline_gap: '87000',
          sideline_win_probability: ((8 + ((number * 13) % 80)) / 100).toFixed(2),
          sideline_deal_adds: '0.08',
          sideline_period: '2026-Q4',
          sideline_as_of: '2026-11-24T09:42:00Z',
        },
      };
    }),
  );

/** The contact of each deal, owned by the deal's owner; its number is the deal's with a 7 for the 3. */
export const inventedContacts = (): InventedRecord[] =>
  inventedDeals().map(({ id, properties }, index) => ({
    kind: 'contacts' as const,
    id: contactOf(id),
    properties: {
      firstname: FIRST_NAMES[index % FIRST_NAMES.length]!,
      lastname: properties['dealname']!.split(' ')[0]!,
      email: `${FIRST_NAMES[index % FIRST_NAMES.length]!.toLowerCase()}@${properties['dealname']!.toLowerCase().replace(' ', '-')}.example`,
      jobtitle: 'Head of procurement',
      company: properties['dealname']!,
      hubspot_owner_id: properties['hubspot_owner_id']!,
    },
  }));

const FIRST_NAMES = 'Rosa Leif Mira Oskar Ines Tariq'.split(' ');
const contactOf = (dealId: string): string => dealId.replace(/^3/, '7');

/** The record as the portal shows it: each value also as people read it. */
export const recordOf = (record: InventedRecord): PortalRecord =>
  record.kind === 'deals' ? dealRecordOf(record) : contactRecordOf(record);

interface HowShown {
  edit?: true;
  options?: readonly PropertyOption[];
  as?: (value: string) => string;
}

const propertyOf =
  (properties: InventedRecord['properties']) =>
  (name: string, label: string, type: string, how: HowShown = {}): Property => {
    const value = properties[name] ?? null;
    const option = how.options?.find((other) => other.value === value)?.label;
    return {
      name,
      label,
      type,
      fieldType: how.options ? 'select' : type === 'number' ? 'number' : 'text',
      value,
      display: value === null ? null : (option ?? how.as?.(value) ?? value),
      readOnly: !how.edit,
      ...(how.options ? { options: how.options } : {}),
    };
  };

const owners = people.map((person) => ({ value: person.ownerId, label: person.name }));

function contactRecordOf({ id, properties }: InventedRecord): PortalRecord {
  const property = propertyOf(properties);
  const dealId = id.replace(/^7/, '3');
  const deal = inventedDeals().find((each) => each.id === dealId)!;
  return {
    kind: 'contacts',
    id,
    name: `${properties['firstname']} ${properties['lastname']}`,
    properties: { ...properties },
    associated: [{ kind: 'deals', id: dealId, name: deal.properties['dealname']!, detail: 'Demo held' }],
    groups: [
      {
        name: 'contactinformation',
        label: 'Contact information',
        properties: [
          property('email', 'Email', 'string'),
          property('jobtitle', 'Job title', 'string'),
          property('company', 'Company name', 'string'),
          property('hubspot_owner_id', 'Contact owner', 'enumeration', { edit: true, options: owners }),
        ],
      },
    ],
  };
}

function dealRecordOf({ id, properties }: InventedRecord): PortalRecord {
  const property = propertyOf(properties);
  const contact = inventedContacts().find((each) => each.id === contactOf(id))!;
  const money = (value: string) => formatAmount(value, 'EUR');
  const day = (value: string) => formatDay(value, TIME_ZONE);
  const percent = (value: string) => `${Math.round(Number(value) * 100)} %`;
  return {
    kind: 'deals',
    id,
    name: properties['dealname'] ?? '',
    properties: { ...properties },
    associated: [
      {
        kind: 'contacts',
        id: contact.id,
        name: `${contact.properties['firstname']} ${contact.properties['lastname']}`,
        detail: contact.properties['jobtitle']!,
      },
    ],
    groups: [
      {
        name: 'dealinformation',
        label: 'Deal information',
        properties: [
          property('amount', 'Amount', 'number', { edit: true, as: money }),
          property('closedate', 'Close date', 'datetime', { edit: true, as: day }),
          property('dealstage', 'Deal stage', 'enumeration', { edit: true, options: STAGES }),
          property('hubspot_owner_id', 'Deal owner', 'enumeration', { edit: true, options: owners }),
          property('pipeline', 'Pipeline', 'enumeration', {
            options: [{ value: 'new', label: 'New business' }],
          }),
          property('dealtype', 'Deal type', 'enumeration', {
            options: [
              { value: 'newbusiness', label: 'New business' },
              { value: 'existingbusiness', label: 'Existing business' },
            ],
          }),
          property('hs_next_step', 'Next step', 'string'),
          property('description', 'Deal description', 'string'),
          property('createdate', 'Create date', 'datetime', { as: day }),
        ],
      },
      {
        name: 'sideline',
        label: 'Sideline',
        properties: [
          property('sideline_attainment', 'Quota attainment', 'number', { as: percent }),
          property('sideline_quota', 'Quota', 'number', { as: money }),
          property('sideline_gap', 'Gap to quota', 'number', { as: money }),
          property('sideline_deal_adds', 'This deal adds', 'number', { as: percent }),
          property('sideline_win_probability', 'Win probability', 'number', { as: percent }),
          property('sideline_period', 'Period', 'string'),
          property('sideline_as_of', 'As of', 'datetime', { as: day }),
        ],
      },
    ],
  };
}
