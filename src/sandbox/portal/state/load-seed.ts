import type { PortalSeed } from '../../seed.ts';
import { companyGroups, companyProperties } from '../definitions/company-properties.ts';
import { contactGroups, contactProperties } from '../definitions/contact-properties.ts';
import { dealGroups, dealProperties } from '../definitions/deal-properties.ts';
import { goalGroups, goalProperties } from '../definitions/goal-properties.ts';
import {
  defineBuiltIn,
  type BuiltInProperty,
  type PropertyGroup,
} from '../definitions/property-definition.ts';
import { taskGroups, taskProperties } from '../definitions/task-properties.ts';
import { userGroups, userProperties } from '../definitions/user-properties.ts';
import { dealFacts, type DealFacts } from '../objects/deal-facts.ts';
import { instantText } from '../objects/instant-text.ts';
import {
  companyType,
  contactType,
  dealType,
  goalType,
  taskType,
  userType,
  type ObjectType,
} from '../objects/object-types.ts';
import type { Storage } from './open-storage.ts';
import { idAfterCopies, type CopyPlan } from './copy-plan.ts';
import { dealTemplates, foundPortal, type PortalState } from './portal-state.ts';
import { byNumber } from './by-number.ts';
import { replayDeal } from './replay-deal.ts';
import { openTies } from './seed-ties.ts';
import { seedFirmRecord, seedGoalRecord, seedUserRecord } from './seed-records.ts';

/** Founds a portal from a seed. `at` is the business instant at which it is made. */
export function loadSeed(storage: Storage, seed: PortalSeed, at: Date): PortalState {
  return storage.inOneWrite(() => {
    const copies = copyPlan(seed);
    const birth = {
      account: seed.account,
      createdAt: instantText(at),
      setup: seed.setup,
      firstFreeId: firstFreeId(seed, copies),
    };
    const state = foundPortal(storage, { ...birth, copies: null });
    loadCompany(state, seed);
    define(state, dealType, dealGroups, dealProperties(seed.pipelines, currencies(seed)));
    define(state, contactType, contactGroups, contactProperties);
    define(state, companyType, companyGroups, companyProperties);
    define(state, userType, userGroups, userProperties);
    define(state, goalType, goalGroups, goalProperties);
    define(state, taskType, taskGroups, taskProperties);
    loadRecords(state, seed);
    // Copies need their templates, which need a portal to be told in.
    return copies ? foundPortal(storage, { ...birth, copies }) : state;
  });
}

/** The copies' ids begin above those of their templates, so that no id means two things. */
function copyPlan({ copies, deals }: PortalSeed): CopyPlan | null {
  return copies ? { ...copies, firstId: highestId(deals, 1n) } : null;
}

function loadCompany(state: PortalState, seed: PortalSeed): void {
  for (const user of seed.users) state.people.put(user.ownerId, user);
  for (const team of seed.teams) state.teams.put(team.id, team);
  for (const pipeline of seed.pipelines) state.pipelines.put(pipeline.id, pipeline);
  seed.exchangeRates.forEach((rate, index) => state.exchangeRates.put(String(index + 1), rate));
  for (const deal of seed.deals) {
    if (deal.splits.length === 0) continue;
    const splits = deal.splits.map((split) => ({ ...split, id: state.nextId(), createdAt: deal.createdAt }));
    state.splits.put(deal.id, splits);
  }
}

function loadRecords(state: PortalState, seed: PortalSeed): void {
  const facts = dealFacts(state);
  const deals = seed.copies ? dealTemplates(state.storage) : state.records(dealType);
  for (const deal of seed.deals.toSorted(byNumber)) deals.put(deal.id, replayDeal(deal, facts));
  for (const goal of seed.goals.toSorted(byNumber)) {
    state.records(goalType).put(goal.id, seedGoalRecord(goal, { at: state.createdAt, facts }));
  }
  loadFirms(state, seed, facts);
  for (const user of seed.users) {
    const record = seedUserRecord(user, { id: state.nextId(), facts });
    state.records(userType).put(record.id, record);
  }
}

function loadFirms(
  state: PortalState,
  { companies = [], contacts = [], deals }: PortalSeed,
  facts: DealFacts,
): void {
  for (const company of companies.toSorted(byNumber)) {
    state.records(companyType).put(company.id, seedFirmRecord(companyType, company, facts));
  }
  for (const contact of contacts.toSorted(byNumber)) {
    state.records(contactType).put(contact.id, seedFirmRecord(contactType, contact, facts));
  }
  const ties = openTies(state);
  for (const { id, companyId } of contacts) {
    if (companyId !== null) ties.add([contactType, id], [companyType, companyId], [1, 279]);
  }
  for (const { id, companyId, contactIds = [] } of deals) {
    if (companyId !== undefined) ties.add([dealType, id], [companyType, companyId], [5, 341]);
    for (const contactId of contactIds) ties.add([dealType, id], [contactType, contactId], [3]);
  }
  ties.keep();
}

function define(
  state: PortalState,
  type: ObjectType,
  groups: readonly PropertyGroup[],
  properties: readonly BuiltInProperty[],
): void {
  for (const group of groups) state.groups(type).put(group.name, group);
  for (const property of properties) {
    state.definitions(type).put(property.name, defineBuiltIn(property, state.createdAt));
  }
}

function currencies({ account }: PortalSeed): readonly string[] {
  return [account.companyCurrency, ...account.additionalCurrencies];
}

function firstFreeId(seed: PortalSeed, copies: CopyPlan | null): string {
  const { deals, goals, companies = [], contacts = [] } = seed;
  const used = [
    ...deals,
    ...goals,
    ...companies,
    ...contacts,
    ...(copies ? [{ id: idAfterCopies(copies) }] : []),
  ];
  return highestId(used, 1_000_000n);
}

/** The id after the highest of `records`, and above `least`. */
function highestId(records: readonly { readonly id: string }[], least: bigint): string {
  const used = records.map(({ id }) => BigInt(id));
  return String(used.reduce((highest, id) => (id > highest ? id : highest), least) + 1n);
}
