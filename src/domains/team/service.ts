import type { Kysely } from 'kysely';
import type { Clock } from '../../kernel/clock.ts';
import { money, sumMoney, type Money } from '../../kernel/money.ts';
import type { Portal } from '../../kernel/portal.ts';
import { dealsOf, directoryOf, type TeamEntry } from '../../mirror/index.ts';
import type { Tables } from '../../store/index.ts';
import {
  forecastPeriod,
  hubspotForecastCategories,
  measureCoverage,
  totalByCategory,
  weighAmount,
  type ForecastService,
  type WinEstimate,
} from '../forecast/index.ts';
import {
  distributeBands,
  findTargetMismatch,
  listPersonNodes,
  listTeamNodes,
  measureParticipation,
  nodeOfTeam,
  rollUpAttainment,
  type MeasuredPeople,
  type QuotaService,
  type RollUp,
} from '../quota/index.ts';
import { listWonDeals } from './list-won-deals.ts';
import { orderTeams } from './order-teams.ts';
import type { GroupSummary, Overview } from './types.ts';

export interface TeamService {
  /** Where the company stands in the present period; throws where the hierarchy of teams has a loop. */
  readOverview(portal: Portal): Promise<Overview>;
}

interface Dependencies {
  readonly db: Kysely<Tables>;
  readonly clock: Clock;
  readonly quota: QuotaService;
  readonly forecast: ForecastService;
}

const COMPANY = 'company';

export function createTeamService({ db, clock, quota, forecast }: Dependencies): TeamService {
  return {
    async readOverview(portal) {
      const measured = await quota.measureEverybody(portal);
      const teams = await directoryOf(db, portal.id).listTeams();
      const groups = summarise(portal, measured, teams);
      const company = groups[0]?.rollUp;
      const won = company?.credited ?? money(0, portal.companyCurrency);
      const companyQuota = company?.standing.ok ? company.standing.value.quota : null;
      const { period } = measured;
      const open = await readOpenDeals(portal, measured);
      return {
        period,
        asOf: clock.now(),
        currency: portal.companyCurrency,
        groups,
        companyQuota,
        forecast: forecastPeriod({ deals: open, period, won, quota: companyQuota }),
        coverage: measureCoverage({ deals: open.map(({ deal }) => deal), period, quota: companyQuota, won }),
        categories: totalByCategory({
          deals: [
            ...listWonDeals(measured),
            ...open
              .filter(({ deal }) => deal.closeAt !== null && deal.closeAt < period.end)
              .map(({ deal, estimate }) => ({
                ...deal,
                outcome: null,
                forecastAmount: weighAmount(deal.amount, estimate),
              })),
          ],
          categories: hubspotForecastCategories,
          currency: portal.companyCurrency,
        }).total,
      };
    },
  };

  /** One owner's deals at a time, so that a large portal is never in memory whole. */
  async function readOpenDeals({ id, companyCurrency }: Portal, { period }: MeasuredPeople) {
    const estimator = await forecast.openEstimator(id);
    const open: { deal: OpenDealFacts; estimate: WinEstimate }[] = [];
    for (const ownerId of await dealsOf(db, id).listOwnerIds()) {
      for (const { deal } of await dealsOf(db, id).listWritable([ownerId])) {
        if (deal.isClosed) continue;
        const stageEnteredAt = deal.stageEnteredAt ?? deal.createdAt;
        open.push({
          deal: {
            ownerId: deal.ownerId,
            closeAt: deal.closeAt,
            amount: deal.homeMinor === null ? null : money(deal.homeMinor, companyCurrency),
            forecastCategory: deal.forecastCategory,
          },
          estimate: estimator.estimate({
            deal: { ...deal, stageEnteredAt },
            now: clock.now(),
            until: period.end,
          }),
        });
      }
    }
    return open;
  }
}

interface OpenDealFacts {
  readonly ownerId: string | null;
  readonly closeAt: Date | null;
  readonly amount: Money | null;
  readonly forecastCategory: string | null;
}

function summarise(
  { name, companyCurrency }: Portal,
  { people, standings, teamQuotas }: MeasuredPeople,
  teams: readonly TeamEntry[],
): GroupSummary[] {
  const members = people.flatMap((person) => {
    const standing = standings.get(person.ownerId);
    return standing ? [{ ownerId: person.ownerId, name: person.name, teamId: person.teamId, standing }] : [];
  });
  const nodes = [...listPersonNodes(members), ...listTeamNodes(teams, companyCurrency)].map((node) => ({
    ...node,
    parentId: node.parentId ?? COMPANY,
  }));
  const company = { id: COMPANY, parentId: null, credited: money(0, companyCurrency), quota: null };
  const rolled = rollUpAttainment([company, ...nodes], companyCurrency);
  if (!rolled.ok)
    throw new Error(`The hierarchy of teams runs in a circle: ${rolled.failure.ids.join(', ')}.`);

  const summariseGroup = (
    groupName: string,
    depth: number,
    nodeId: string,
    teamId: string | null,
  ): GroupSummary[] => {
    const rollUp = rolled.value.get(nodeId);
    if (!rollUp) return [];
    const carriers = rollUp.carrierIds.flatMap((id) => {
      const standing = standings.get(id)?.attainment.standing;
      return standing?.ok ? [standing.value] : [];
    });
    const participation = measureParticipation(carriers);
    const distribution = distributeBands(carriers.map(({ attainment }) => attainment));
    const own = teamId === null ? undefined : teamQuotas.get(teamId);
    return [
      {
        name: groupName,
        depth,
        rollUp,
        participation: participation.ok ? participation.value : null,
        distribution: distribution.ok ? distribution.value : null,
        mismatch: own?.ok
          ? findTargetMismatch(own.value.amount, memberQuotas(rollUp, companyCurrency))
          : null,
        members: teamId === null ? [] : members.filter((member) => member.teamId === teamId),
      },
    ];
  };
  return [
    ...summariseGroup(name, 0, COMPANY, null),
    ...orderTeams(teams).flatMap(({ team, depth }) =>
      summariseGroup(team.name, depth, nodeOfTeam(team.id), team.id),
    ),
  ];
}

function memberQuotas({ standing }: RollUp, currency: string): Money[] {
  return standing.ok ? [standing.value.quota] : [sumMoney([], currency)];
}
