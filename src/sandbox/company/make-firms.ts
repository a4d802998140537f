import { industries } from '../portal/definitions/company-properties.ts';
import type { SeedContact, SeedDeal, SeedFirm } from '../seed.ts';
import { DAY, toIso } from './calendar.ts';
import { FIRST_NAMES, JOB_TITLES, LAST_NAMES, PLACES } from './places.ts';
import { TRADES } from './name-firms.ts';
import { seedRandom, type Random } from './random.ts';

const FIRST_COMPANY_ID = 9_410_000_000;
const FIRST_CONTACT_ID = 7_210_000_000;
/** As in any portal, not every record says where it is. */
const WITHOUT_PLACE = 0.22;
const WITHOUT_SIZE = 0.3;

/** The firms that deals are with, and two or three people at each, who own what the firm's last deal says. */
export interface Firms {
  readonly companies: readonly SeedFirm[];
  readonly contacts: readonly SeedContact[];
  /** The deals as they were, each with its company and one to three of the contacts there. */
  readonly deals: readonly SeedDeal[];
}

/** `firmOf` names the firm of each deal. Draws come from a source of their own, so that the deals stay what they were. */
export function makeFirms(
  deals: readonly SeedDeal[],
  firmOf: ReadonlyMap<string, string>,
  seed: number,
): Firms {
  const random = seedRandom(seed + 7_919);
  const byFirm = new Map<string, SeedDeal[]>();
  for (const deal of deals) {
    const firm = firmOf.get(deal.id) ?? '';
    byFirm.set(firm, [...(byFirm.get(firm) ?? []), deal]);
  }
  const companies: SeedFirm[] = [];
  const contacts: SeedContact[] = [];
  const told = new Map<string, Pick<SeedDeal, 'companyId' | 'contactIds'>>();
  for (const [firm, own] of [...byFirm].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const company = makeCompanyRecord(random, firm, own, String(FIRST_COMPANY_ID + companies.length * 41));
    const people = Array.from({ length: random.whole(2, 3) }, (_, index) =>
      makeContact(random, company, String(FIRST_CONTACT_ID + (contacts.length + index) * 29), index),
    );
    companies.push(company);
    contacts.push(...people);
    for (const deal of own) {
      const count = random.whole(1, people.length);
      told.set(deal.id, { companyId: company.id, contactIds: people.slice(0, count).map(({ id }) => id) });
    }
  }
  return { companies, contacts, deals: deals.map((deal) => ({ ...deal, ...told.get(deal.id) })) };
}

function makeCompanyRecord(random: Random, name: string, deals: readonly SeedDeal[], id: string): SeedFirm {
  const last = deals.at(-1);
  const first = deals[0]?.createdAt ?? toIso(0);
  const [city, state, zip, country] = random.pick(PLACES);
  const placed = !random.chance(WITHOUT_PLACE);
  const employees = Math.round(random.around(180, 1.1));
  const sized = !random.chance(WITHOUT_SIZE);
  const domain = `${slug(name)}.example`;
  return {
    id,
    createdAt: toIso(Date.parse(first) - random.whole(1, 200) * DAY),
    properties: {
      name,
      domain,
      website: `https://${domain}`,
      industry: industryOf(name),
      city: placed ? city : null,
      state: placed ? state : null,
      zip: placed ? zip + String(random.whole(100, 999)) : null,
      country: placed ? country : null,
      numberofemployees: sized ? String(employees) : null,
      annualrevenue: sized ? String(employees * random.whole(90, 260) * 1_000) : null,
      lifecyclestage: deals.some(({ stage }) => /won/i.test(stage.at(-1)?.value ?? ''))
        ? 'customer'
        : 'opportunity',
      hubspot_owner_id: last?.owner.at(-1)?.value ?? null,
    },
  };
}

function makeContact(random: Random, company: SeedFirm, id: string, index: number): SeedContact {
  const [firstname, lastname] = [random.pick(FIRST_NAMES), random.pick(LAST_NAMES)];
  const { name, domain, city, state, zip, country, hubspot_owner_id } = company.properties;
  const box = `${firstname}.${lastname}`.toLowerCase() + (index === 0 ? '' : String(index + 1));
  return {
    id,
    companyId: company.id,
    createdAt: company.createdAt,
    properties: {
      email: `${box}@${domain ?? ''}`,
      firstname,
      lastname,
      jobtitle: random.pick(JOB_TITLES),
      company: name ?? null,
      city: city ?? null,
      state: state ?? null,
      zip: zip ?? null,
      country: country ?? null,
      lifecyclestage: company.properties['lifecyclestage'] ?? null,
      hubspot_owner_id: hubspot_owner_id ?? null,
    },
  };
}

/** A firm's trade stands in its name; the one plain firm is in logistics. */
function industryOf(name: string): string {
  const trade = TRADES.findIndex((known) => name.endsWith(known));
  return industries[Math.max(0, trade)]?.[0] ?? '';
}

function slug(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z]+/g, '-');
}
