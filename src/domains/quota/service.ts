import type { Kysely } from 'kysely';
import type { Clock } from '../../kernel/clock.ts';
import { nextPeriod, periodAt, periodsWithin, trailingPeriods, type Period } from '../../kernel/period.ts';
import { calendarOf, type Portal } from '../../kernel/portal.ts';
import { directoryOf, dirtyOwnersOf } from '../../mirror/index.ts';
import type { Tables } from '../../store/index.ts';
import type { PublishedTeam } from './describe-quota-properties.ts';
import { countsTowards } from './counts-towards.ts';
import { groupQuotas } from './group-quotas.ts';
import { learnSeasonality, seasonPeriods } from './learn-seasonality.ts';
import { listQuotaKeys } from './list-quota-keys.ts';
import { mapManagers } from './managers-above.ts';
import { matchPeople, type PersonLine, type UnmatchedLine } from './match-people.ts';
import { matchQuotas, type QuotaLine } from './match-quotas.ts';
import { measurePerson, type PersonStanding } from './measure-person.ts';
import { proposeExampleQuota } from './propose-example-quota.ts';
import { publishTeams } from './publish-teams.ts';
import type { QuotaAnswer } from './choose-strongest-quota.ts';
import { resolveQuota } from './resolve-quota.ts';
import { forPortal, type Person, type StoredQuota } from './store.ts';

import { forPortal as sumsOf } from './sums/store.ts';
import { totalByOwner } from './total-by-owner.ts';
import type { CountedCredit, Credit, DealState, Standing } from './types.ts';

/** Everybody's standing in the present period, as planning the write-back needs it. */
export interface QuotaPlanning {
  readonly period: Period;
  /** Null without an owner or a quota, or when the quota leaves out the deal's pipeline. */
  standingOfOwner(deal: Pick<DealState, 'ownerId' | 'pipelineId'>): Standing | null;
  /** Null when no team above the owner may be published. */
  publishedTeam(ownerId: string | null): PublishedTeam | null;
}

/** Everybody in the portal with where they stand in a period. */
export interface MeasuredPeople {
  readonly period: Period;
  readonly people: readonly Person[];
  readonly standings: ReadonlyMap<string, PersonStanding>;
  /** The teams' own quotas, where there are any; what they add up to is another matter. */
  readonly teamQuotas: ReadonlyMap<string, QuotaAnswer>;
}

export interface QuotaService {
  measureEverybody(portal: Portal): Promise<MeasuredPeople>;
  openPlanning(portal: Portal): Promise<QuotaPlanning>;
  /** One person's standing in a period. */
  measure(portal: Portal, person: Person, period: Period): Promise<PersonStanding>;
  /** Whose deals show figures that a change of these owners' credit alters. */
  listAffected(portal: Portal, ownerIds: readonly string[]): Promise<string[]>;
  /** Proposes an example quota to everybody who sells and has no other one, now and for the period to come. */
  proposeQuotas(portal: Portal): Promise<void>;
  /** Learns from the company's completed periods how credit spreads over the months of one. */
  learnSeason(portal: Portal): Promise<void>;
  /** Takes a people file over; answers with the rows that fit nobody. Everybody's numbers are looked at again. */
  importPeople(portal: Portal, lines: readonly PersonLine[]): Promise<readonly UnmatchedLine[]>;
  importQuotas(portal: Portal, lines: readonly QuotaLine[]): Promise<readonly UnmatchedLine[]>;
}

const TRAILING_PERIODS = 4;

export function createQuotaService({ db, clock }: { db: Kysely<Tables>; clock: Clock }): QuotaService {
  const presentPeriod = (portal: Portal): Period =>
    periodAt(calendarOf(portal), portal.periodKind, clock.now());

  const standingsOf = async <Counted extends CountedCredit>(
    portal: Portal,
    period: Period,
    group: (credits: readonly Credit[]) => ReadonlyMap<string, readonly Counted[]>,
  ): Promise<Map<string, PersonStanding<Counted>>> => {
    const store = forPortal(db, portal.id);
    const calendar = calendarOf(portal);
    const currency = portal.companyCurrency;
    const people = await store.listPeople();
    const quotas = groupQuotas(await store.listQuotas(listQuotaKeys(calendar, period)), 'rep', currency);
    const credits = group(await store.listCredits([period.key], currency));
    const exclusions = Map.groupBy(await store.listExclusions(period.key), ({ ownerId }) => ownerId);
    return new Map(
      people.map((person) => [
        person.ownerId,
        measurePerson({
          employment: toEmployment(person),
          quotas: quotas.get(person.ownerId) ?? [],
          credits: credits.get(person.ownerId) ?? [],
          exclusions: exclusions.get(person.ownerId) ?? [],
          uncountedPipelineIds: portal.uncountedPipelineIds,
          calendar,
          period,
          currency,
        }),
      ]),
    );
  };

  return {
    async measureEverybody(portal) {
      const period = presentPeriod(portal);
      const store = forPortal(db, portal.id);
      const calendar = calendarOf(portal);
      const stored = await store.listQuotas(listQuotaKeys(calendar, period));
      const teamQuotas = groupQuotas(stored, 'team', portal.companyCurrency);
      return {
        period,
        people: await store.listPeople(),
        standings: await standingsOf(portal, period, (credits) =>
          Map.groupBy(credits, ({ ownerId }) => ownerId),
        ),
        teamQuotas: new Map(
          [...teamQuotas].map(([id, quotas]) => [
            id,
            resolveQuota({ quotas, calendar, period, pipelineIds: null }),
          ]),
        ),
      };
    },

    async openPlanning(portal) {
      const period = presentPeriod(portal);
      // What is written back are sums: no single credit is asked for.
      const standings = await standingsOf(portal, period, totalByOwner);
      const teams =
        portal.sharingLevel === 'team'
          ? await publish(db, portal, standings)
          : new Map<string, PublishedTeam>();
      return {
        period,
        standingOfOwner({ ownerId, pipelineId }) {
          const standing = ownerId === null ? undefined : standings.get(ownerId);
          if (!standing?.quota.ok || !standing.attainment.standing.ok) return null;
          return countsTowards(pipelineId, standing.quota, portal.uncountedPipelineIds)
            ? standing.attainment.standing.value
            : null;
        },
        publishedTeam: (ownerId) => (ownerId === null ? null : (teams.get(ownerId) ?? null)),
      };
    },

    async measure(portal, person, period) {
      const store = forPortal(db, portal.id);
      const calendar = calendarOf(portal);
      const currency = portal.companyCurrency;
      const quotas = groupQuotas(await store.listQuotas(listQuotaKeys(calendar, period)), 'rep', currency);
      return measurePerson({
        employment: toEmployment(person),
        quotas: quotas.get(person.ownerId) ?? [],
        credits: await store.listCredits([period.key], currency, [person.ownerId]),
        exclusions: await store.listExclusions(period.key, [person.ownerId]),
        uncountedPipelineIds: portal.uncountedPipelineIds,
        calendar,
        period,
        currency,
      });
    },

    async listAffected(portal, ownerIds) {
      if (portal.sharingLevel !== 'team') return [...ownerIds];
      const people = await forPortal(db, portal.id).listPeople();
      // A team's figure stands on the deals of everybody in and below it; which teams are published may change with
      // the same event, so everybody in any team is looked at again.
      const inTeams = people.filter((person) => person.teamId !== null).map((person) => person.ownerId);
      return [...new Set([...ownerIds, ...inTeams])];
    },

    async proposeQuotas(portal) {
      const store = forPortal(db, portal.id);
      const calendar = calendarOf(portal);
      const currency = portal.companyCurrency;
      const period = presentPeriod(portal);
      const trailing = trailingPeriods(calendar, period, TRAILING_PERIODS).map(({ key }) => key);
      const credits = Map.groupBy(
        await sumsOf(db, portal.id).sumByOwner(trailing, portal),
        ({ ownerId }) => ownerId,
      );
      const people = (await store.listPeople()).filter((person) => !person.archived);
      const proposals: StoredQuota[] = [];
      for (const target of [period, nextPeriod(calendar, period)]) {
        const stated = groupQuotas(
          (await store.listQuotas(listQuotaKeys(calendar, target))).filter(
            ({ source }) => source !== 'example',
          ),
          'rep',
          currency,
        );
        for (const { ownerId } of people) {
          const own = stated.get(ownerId) ?? [];
          if (resolveQuota({ quotas: own, calendar, period: target, pipelineIds: null }).ok) continue;
          const proposal = propose(credits.get(ownerId) ?? []);
          if (proposal) proposals.push({ ...proposal, subjectId: ownerId, periodKey: target.key });
        }
      }
      await store.replaceQuotas('example', proposals);

      function propose(
        own: readonly Pick<Credit, 'periodKey' | 'track' | 'amount'>[],
      ): Omit<StoredQuota, 'subjectId' | 'periodKey'> | null {
        const proposed = proposeExampleQuota({ credits: own, calendar, period, currency });
        if (!proposed.ok) return null;
        return {
          subjectKind: 'rep',
          pipelineIds: null,
          source: 'example',
          amountMinor: proposed.value.minor,
        };
      }
    },

    async learnSeason(portal) {
      const store = forPortal(db, portal.id);
      const calendar = calendarOf(portal);
      const period = presentPeriod(portal);
      const credits: Pick<Credit, 'periodKey' | 'track' | 'at' | 'amount'>[] = [];
      for (const past of trailingPeriods(calendar, period, seasonPeriods)) {
        for (const { start, end } of periodsWithin(calendar, past, 'month')) {
          const amount = await sumsOf(db, portal.id).sumWithin(past.key, start, end, portal);
          if (amount) credits.push({ periodKey: past.key, track: 'primary', at: start, amount });
        }
      }
      const season = learnSeasonality({ credits, calendar, period });
      await store.saveSeason(season.ok ? season.value : null);
    },

    async importPeople(portal, lines) {
      const directory = directoryOf(db, portal.id);
      const known = await forPortal(db, portal.id).listPeople();
      const matched = matchPeople(lines, {
        owners: await directory.listOwners(),
        teams: await directory.listTeams(),
        managerOf: mapManagers(known),
      });
      await directory.saveTeams(matched.newTeams.map((team) => ({ ...team, parentId: null })));
      await forPortal(db, portal.id).savePeople(matched.people);
      await dirtyOwnersOf(db, portal.id).markEverybody();
      return matched.unmatched;
    },

    async importQuotas(portal, lines) {
      const directory = directoryOf(db, portal.id);
      const matched = matchQuotas(lines, {
        owners: await directory.listOwners(),
        teams: await directory.listTeams(),
        pipelines: await directory.listPipelines(),
        calendar: calendarOf(portal),
        companyCurrency: portal.companyCurrency,
      });
      await forPortal(db, portal.id).saveQuotas(matched.quotas);
      await dirtyOwnersOf(db, portal.id).markEverybody();
      return matched.unmatched;
    },
  };
}

async function publish(
  db: Kysely<Tables>,
  portal: Portal,
  standings: ReadonlyMap<string, PersonStanding<CountedCredit>>,
): Promise<ReadonlyMap<string, PublishedTeam>> {
  const teams = await directoryOf(db, portal.id).listTeams();
  const people = await forPortal(db, portal.id).listPeople();
  const members = people.flatMap((person) => {
    const standing = standings.get(person.ownerId);
    return standing ? [{ ownerId: person.ownerId, teamId: person.teamId, standing }] : [];
  });
  return publishTeams(teams, members, portal.companyCurrency);
}

function toEmployment(person: Person) {
  return { startDate: person.startsOn, endDate: person.endsOn, rampMonths: person.rampMonths };
}
