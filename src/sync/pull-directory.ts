import { quotasOf, readGoals } from '../domains/quota/index.ts';
import {
  collectPages,
  listAllGoals,
  listCurrentExchangeRates,
  listDealPipelines,
  listOwners,
  listTeamParents,
  listTeams,
  readAccount,
  type HubSpotFailure,
  type Owner,
} from '../hubspot/index.ts';
import { featureNames, forPortal as installOf, openFeatures, type Features } from '../install/index.ts';
import { calendarOf, type Portal } from '../kernel/portal.ts';
import type { Result } from '../kernel/result.ts';
import { directoryOf, type OwnerEntry } from '../mirror/index.ts';
import { SyncInterrupted, type PortalSync } from './dependencies.ts';

/**
 * Reads what HubSpot never announces: the account's zone and currency, pipelines, owners, teams and goals.
 * Answers with the portal as it is now, since zone and currency decide everything that follows.
 */
export async function pullDirectory(sync: PortalSync): Promise<Portal> {
  const { db, session } = sync;
  const account = needed('reading the account', await readAccount(session));
  await installOf(db, sync.portal.id).saveAccount(account);
  if (account.companyCurrency !== sync.portal.companyCurrency)
    await dropAmounts(sync, account.companyCurrency);
  const portal = { ...sync.portal, timeZone: account.timeZone, companyCurrency: account.companyCurrency };
  const features = await openFeatures(sync, portal);
  await pullRates(sync, portal.companyCurrency, features);
  await pullPipelines(sync);
  await pullPeople(sync, features);
  await pullGoals(sync, portal, features);
  return portal;
}

/** Quotas that people stated, and rates, are of the old currency; to relabel them would be to invent others. */
async function dropAmounts({ db, portal, log }: PortalSync, companyCurrency: string): Promise<void> {
  log.warn(
    { portalId: portal.id, companyCurrency },
    'another company currency: quotas have to be stated anew',
  );
  for (const source of ['typed', 'imported', 'example'] as const) {
    await quotasOf(db, portal.id).replaceQuotas(source, []);
  }
  await directoryOf(db, portal.id).replaceRates([]);
}

/** Only for deals that HubSpot has stamped with no rate and converted by none; a portal with one currency has no rates. */
async function pullRates(
  { db, portal, session }: PortalSync,
  companyCurrency: string,
  features: Features,
): Promise<void> {
  const rates = optional(
    'reading exchange rates',
    await features.attempt(featureNames.currencies, () => listCurrentExchangeRates(session)),
  );
  // What ops do not want is known no more; what HubSpot refuses just now stays as it was.
  if (features.stateOf(featureNames.currencies) === 'off') await directoryOf(db, portal.id).replaceRates([]);
  if (!rates) return;
  const latest = new Map(
    rates
      .filter((rate) => rate.toCurrencyCode === companyCurrency)
      .toSorted((left, right) => left.effectiveAt.localeCompare(right.effectiveAt))
      .map((rate) => [rate.fromCurrencyCode, rate]),
  );
  await directoryOf(db, portal.id).replaceRates(
    [...latest].map(([currency, { conversionRate, effectiveAt }]) => ({
      currency,
      rate: conversionRate,
      effectiveAt: new Date(effectiveAt),
    })),
  );
}

async function pullPipelines({ db, portal, session }: PortalSync): Promise<void> {
  const pipelines = needed('reading pipelines', await listDealPipelines(session));
  await directoryOf(db, portal.id).replacePipelines(
    pipelines.map(({ id, label, displayOrder }) => ({ id, label, displayOrder })),
    pipelines.flatMap((pipeline) => pipeline.stages.map((stage) => ({ ...stage, pipelineId: pipeline.id }))),
  );
}

async function pullPeople({ db, portal, session }: PortalSync, features: Features): Promise<void> {
  const directory = directoryOf(db, portal.id);
  const active = needed('reading owners', await collectPages(listOwners(session, { archived: false })));
  const archived = needed(
    'reading former owners',
    await collectPages(listOwners(session, { archived: true })),
  );
  const readTeams = <Value>(call: () => Promise<Result<Value, HubSpotFailure>>) =>
    features.attempt(featureNames.people, call);
  const teams = optional('reading teams', await readTeams(() => listTeams(session))) ?? [];
  const parents =
    optional('reading the hierarchy of teams', await readTeams(() => listTeamParents(session))) ??
    'unavailable';
  const parentOf = new Map(
    parents === 'unavailable' ? [] : parents.map((each) => [each.id, each.parentTeamId]),
  );
  const teamOfUser = new Map(teams.flatMap((team) => team.userIds.map((userId) => [userId, team.id])));
  await directory.saveTeams(
    teams.map((team) => ({ id: team.id, name: team.name, parentId: parentOf.get(team.id) ?? null })),
  );
  // Somebody archived between the two calls stands in both lists; the later one is right.
  const entries = [
    ...active.map((owner) => toEntry(owner, teamOfUser, false)),
    ...archived.map((owner) => toEntry(owner, teamOfUser, true)),
  ];
  await directory.saveOwners([...new Map(entries.map((entry) => [entry.id, entry])).values()]);
}

function toEntry(owner: Owner, teamOfUser: ReadonlyMap<string, string>, archived: boolean): OwnerEntry {
  const name = [owner.firstName, owner.lastName].filter(Boolean).join(' ');
  const ownTeam = owner.teams.find((team) => team.primary) ?? owner.teams[0];
  return {
    id: owner.id,
    userId: owner.userId,
    email: owner.email ?? '',
    name: name || (owner.email ?? `Owner ${owner.id}`),
    archived,
    teamId: (owner.userId && teamOfUser.get(owner.userId)) ?? ownTeam?.id ?? null,
  };
}

async function pullGoals(
  { db, session, log }: PortalSync,
  portal: Portal,
  features: Features,
): Promise<void> {
  const readGoalRecords = () => collectPages(listAllGoals(session));
  const goals = optional('reading goals', await features.attempt(featureNames.goals, readGoalRecords));
  // What ops do not want as quotas is none any more; what HubSpot refuses just now stays as it was.
  if (features.stateOf(featureNames.goals) === 'off') await quotasOf(db, portal.id).replaceQuotas('goal', []);
  if (!goals) return;
  const { quotas, unusable } = readGoals(goals, calendarOf(portal), portal.companyCurrency);
  if (unusable.length > 0)
    log.info({ portalId: portal.id, goals: unusable.length }, 'goals that are no quotas');
  await quotasOf(db, portal.id).replaceQuotas('goal', quotas);
}

function needed<Value>(what: string, result: Result<Value, HubSpotFailure>): Value {
  if (!result.ok) throw new SyncInterrupted(what, result.failure);
  return result.value;
}

/** What a portal does not have it goes without; any failure that is none of a feature interrupts the pass. */
function optional<Value>(what: string, result: Result<Value | null, HubSpotFailure>): Value | null {
  if (!result.ok && result.failure.code === 'not_found') return null;
  return needed(what, result);
}
