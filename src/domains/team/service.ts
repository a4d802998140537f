import type { Kysely } from 'kysely';
import type { Clock } from '../../kernel/clock.ts';
import { money, type Money } from '../../kernel/money.ts';
import { calendarOf, type Portal } from '../../kernel/portal.ts';
import { err } from '../../kernel/result.ts';
import { dealsOf, directoryOf, type TeamEntry } from '../../mirror/index.ts';
import type { Tables } from '../../store/index.ts';
import {
  askAboutDeal,
  hubspotForecastCategories,
  totalByCategory,
  weighAmount,
  type ForecastService,
  type PortalEstimator,
} from '../forecast/index.ts';
import {
  countsTowards,
  listPersonNodes,
  listTeamNodes,
  nodeOfTeam,
  rollUpAttainment,
  type MeasuredPeople,
  type Person,
  type QuotaService,
  type Standing,
} from '../quota/index.ts';
import { listTeamsBelow } from './list-teams-below.ts';
import { listWonDeals } from './list-won-deals.ts';
import { measureOutlook } from './measure-outlook.ts';
import { orderTeams } from './order-teams.ts';
import { summariseGroup } from './summarise-group.ts';
import type { ExpectedDeal, GroupSummary, Overview, PersonSummary } from './types.ts';

export interface TeamService {
  /**
   * Where the company stands in the present period, or those of its people who are named: every sum is then over them
   * alone. Throws where the hierarchy of teams has a loop.
   */
  readOverview(portal: Portal, visible?: ReadonlySet<string> | null): Promise<Overview>;
}

interface Dependencies {
  readonly db: Kysely<Tables>;
  readonly clock: Clock;
  readonly quota: QuotaService;
  readonly forecast: ForecastService;
}

const EVERYBODY = 'everybody';

export function createTeamService({ db, clock, quota, forecast }: Dependencies): TeamService {
  return {
    async readOverview(portal, visible = null) {
      const measured = await quota.measureEverybody(portal);
      const teams = await directoryOf(db, portal.id).listTeams();
      const estimator = await forecast.openEstimator(portal.id);
      const open = await readOpenDeals(portal, { measured, estimator, visible });
      return {
        period: measured.period,
        asOf: clock.now(),
        currency: portal.companyCurrency,
        ...summarise({ portal, measured, teams, open, visible, now: clock.now() }),
        categories: totalByCategory({
          deals: [
            ...listWonDeals({ standings: seen(measured.standings, visible) }),
            ...open
              .filter(({ deal }) => deal.closeAt !== null && deal.closeAt < measured.period.end)
              .map(({ deal, estimate }) => ({
                ...deal,
                outcome: null,
                forecastAmount: weighAmount(deal.amount, estimate),
              })),
          ],
          categories: hubspotForecastCategories,
          currency: portal.companyCurrency,
        }).total,
        open,
        closedDeals: estimator.closedDeals,
      };
    },
  };

  /** One owner's deals at a time, so that a large portal is never in memory whole. */
  async function readOpenDeals(
    { id, companyCurrency, uncountedPipelineIds }: Portal,
    {
      measured,
      estimator,
      visible,
    }: Pick<Measured, 'measured' | 'visible'> & { readonly estimator: PortalEstimator },
  ): Promise<ExpectedDeal[]> {
    const open: ExpectedDeal[] = [];
    for (const ownerId of await dealsOf(db, id).listOwnerIds()) {
      if (visible && !visible.has(ownerId)) continue;
      const quota = measured.standings.get(ownerId)?.quota ?? err({ kind: 'noQuota' });
      for (const { deal } of await dealsOf(db, id).listWritable([ownerId])) {
        if (deal.isClosed || !countsTowards(deal.pipelineId, quota, uncountedPipelineIds)) continue;
        open.push({
          deal: {
            id: deal.id,
            ownerId: deal.ownerId,
            closeAt: deal.closeAt,
            amount: deal.homeMinor === null ? null : money(deal.homeMinor, companyCurrency),
            forecastCategory: deal.forecastCategory,
          },
          estimate: estimator.estimate(askAboutDeal(deal, clock.now(), measured.period.end)),
        });
      }
    }
    return open;
  }
}

interface Measured {
  readonly portal: Portal;
  readonly measured: MeasuredPeople;
  readonly teams: readonly TeamEntry[];
  readonly open: readonly ExpectedDeal[];
  readonly visible: ReadonlySet<string> | null;
  readonly now: Date;
}

function summarise({
  portal,
  measured,
  teams,
  open,
  visible,
  now,
}: Measured): Pick<Overview, 'groups' | 'people' | 'teamless'> {
  const { period } = measured;
  const currency = portal.companyCurrency;
  const standings = seen(measured.standings, visible);
  const openOf = Map.groupBy(open, ({ deal }) => deal.ownerId);
  const outlookOf = (credited: Money, standing: Standing | null, deals: readonly ExpectedDeal[]) =>
    measureOutlook({ credited, standing, open: deals, period, calendar: calendarOf(portal), now });

  const people = measured.people.flatMap((person): PersonSummary[] => {
    const standing = standings.get(person.ownerId);
    if (!standing) return [];
    const own = standing.attainment.standing;
    const outlook = outlookOf(
      standing.attainment.credited,
      own.ok ? own.value : null,
      openOf.get(person.ownerId) ?? [],
    );
    return [{ ...placeOf(person), standing, outlook }];
  });

  const nodes = [...listPersonNodes(people), ...listTeamNodes(teams, currency)].map((node) => ({
    ...node,
    parentId: node.parentId ?? EVERYBODY,
  }));
  const everybody = { id: EVERYBODY, parentId: null, credited: money(0, currency), quota: null };
  const rolled = rollUpAttainment([everybody, ...nodes], currency);
  if (!rolled.ok)
    throw new Error(`The hierarchy of teams runs in a circle: ${rolled.failure.ids.join(', ')}.`);

  const below = listTeamsBelow(teams);
  const isIn = (teamId: string | null, person: { readonly teamId: string | null }) =>
    teamId === null || (person.teamId !== null && (below.get(teamId)?.has(person.teamId) ?? false));
  const groupOf = (name: string, depth: number, teamId: string | null): GroupSummary[] => {
    const rollUp = rolled.value.get(teamId === null ? EVERYBODY : nodeOfTeam(teamId));
    const inside = people.filter((person) => isIn(teamId, person));
    if (!rollUp || (visible && teamId !== null && inside.length === 0)) return [];
    const own = teamId === null ? undefined : measured.teamQuotas.get(teamId);
    const ownerIds = inside.map(({ ownerId }) => ownerId);
    const deals = teamId === null ? open : ownerIds.flatMap((id) => openOf.get(id) ?? []);
    return [
      {
        teamId,
        name,
        depth,
        rollUp,
        outlook: outlookOf(rollUp.credited, rollUp.standing.ok ? rollUp.standing.value : null, deals),
        // A team's own quota against some of its members' would speak of the others.
        ...summariseGroup({
          rollUp,
          standings,
          currency,
          ownQuota: own?.ok && visible === null ? own.value.amount : null,
        }),
        members: teamId === null ? [] : people.filter((person) => person.teamId === teamId),
        ownerIds,
        unseen: visible
          ? measured.people.filter((person) => isIn(teamId, person) && measured.standings.has(person.ownerId))
              .length - inside.length
          : 0,
      },
    ];
  };
  const known = new Set(teams.map(({ id }) => id));
  return {
    groups: [
      ...groupOf(portal.name, 0, null),
      ...orderTeams(teams).flatMap(({ team, depth }) => groupOf(team.name, depth, team.id)),
    ],
    people,
    teamless: people.filter(({ teamId }) => teamId === null || !known.has(teamId)),
  };
}

function placeOf({ ownerId, name, teamId }: Person): Pick<PersonSummary, 'ownerId' | 'name' | 'teamId'> {
  return { ownerId, name, teamId };
}

function seen<Value>(
  standings: ReadonlyMap<string, Value>,
  visible: ReadonlySet<string> | null,
): ReadonlyMap<string, Value> {
  return visible ? new Map([...standings].filter(([ownerId]) => visible.has(ownerId))) : standings;
}
