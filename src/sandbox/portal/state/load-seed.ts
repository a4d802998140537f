import type { PortalSeed } from '../../seed.ts';
import { dealGroups, dealProperties } from '../definitions/deal-properties.ts';
import { goalGroups, goalProperties } from '../definitions/goal-properties.ts';
import {
  defineBuiltIn,
  type BuiltInProperty,
  type PropertyGroup,
} from '../definitions/property-definition.ts';
import { userGroups, userProperties } from '../definitions/user-properties.ts';
import { dealFacts } from '../objects/deal-facts.ts';
import { instantText } from '../objects/instant-text.ts';
import { dealType, goalType, userType, type ObjectType } from '../objects/object-types.ts';
import type { Storage } from './open-storage.ts';
import { foundPortal, type PortalState } from './portal-state.ts';
import { byNumber } from './by-number.ts';
import { replayDeal } from './replay-deal.ts';
import { seedGoalRecord, seedUserRecord } from './seed-records.ts';

/** Founds a portal from a seed. `at` is the business instant at which it is made. */
export function loadSeed(storage: Storage, seed: PortalSeed, at: Date): PortalState {
  return storage.inOneWrite(() => {
    const createdAt = instantText(at);
    const state = foundPortal(storage, {
      account: seed.account,
      createdAt,
      setup: seed.setup,
      firstFreeId: firstFreeId(seed),
    });
    loadCompany(state, seed);
    define(state, dealType, dealGroups, dealProperties(seed.pipelines, currencies(seed)));
    define(state, userType, userGroups, userProperties);
    define(state, goalType, goalGroups, goalProperties);
    loadRecords(state, seed);
    return state;
  });
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
  for (const deal of seed.deals.toSorted(byNumber)) {
    state.records(dealType).put(deal.id, replayDeal(deal, facts));
  }
  for (const goal of seed.goals.toSorted(byNumber)) {
    state.records(goalType).put(goal.id, seedGoalRecord(goal, { at: state.createdAt, facts }));
  }
  for (const user of seed.users) {
    const record = seedUserRecord(user, { id: state.nextId(), facts });
    state.records(userType).put(record.id, record);
  }
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

function firstFreeId(seed: PortalSeed): string {
  const used = [...seed.deals, ...seed.goals].map(({ id }) => BigInt(id));
  return String(used.reduce((highest, id) => (id > highest ? id : highest), 1_000_000n) + 1n);
}
