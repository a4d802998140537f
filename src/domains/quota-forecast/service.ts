import type { Kysely } from 'kysely';
import type {
  QuotaForecastRequest,
  QuotaForecastView,
  WhatIfRequest,
  WhatIfView,
} from '../../contract/index.ts';
import type { Caller, Refusal } from '../../http/index.ts';
import type { Clock } from '../../kernel/clock.ts';
import { parseMoney, zeroMoney } from '../../kernel/money.ts';
import { latestOf, monthsIn, periodAt, periodLabel } from '../../kernel/period.ts';
import { calendarOf } from '../../kernel/portal.ts';
import type { Ratio } from '../../kernel/ratio.ts';
import { err, ok, type Result } from '../../kernel/result.ts';
import { dealsOf } from '../../mirror/index.ts';
import type { Tables } from '../../store/index.ts';
import { describeLikelihood, type ForecastService, type WinEstimate } from '../forecast/index.ts';
import {
  measurePace,
  quotasOf,
  relateViewer,
  shareCredit,
  toDealState,
  type Person,
  type PersonStanding,
  type QuotaService,
} from '../quota/index.ts';
import { countsTowards } from './counts-towards.ts';
import { describeContribution } from './describe-contribution.ts';
import { describeDealFacts } from './describe-deal-facts.ts';
import { describeStanding } from './describe-standing.ts';
import { describeWhatIf } from './describe-what-if.ts';
import { asOfLabel } from './local-day.ts';
import { partialShare } from './partial-share.ts';
import { projectStanding } from './project-standing.ts';
import { readWhatIf } from './read-what-if.ts';
import { audienceOf, ownAmount, type Scene } from './scene.ts';
import { startWhatIf } from './start-what-if.ts';

export interface QuotaForecastService {
  view(caller: Caller, request: QuotaForecastRequest): Promise<Result<QuotaForecastView, Refusal>>;
  whatIf(caller: Caller, request: WhatIfRequest): Promise<Result<WhatIfView, Refusal>>;
}

interface Dependencies {
  readonly db: Kysely<Tables>;
  readonly clock: Clock;
  readonly quota: QuotaService;
  readonly forecast: ForecastService;
}

/** The quota and forecast card: everything on it is computed from the store; HubSpot is not asked while a card waits. */
export function createQuotaForecastService(deps: Dependencies): QuotaForecastService {
  const setScene = async (
    { portal, userId, isOps }: Caller,
    dealId: string,
  ): Promise<Result<Scene, Refusal>> => {
    if (!portal.readyAt) {
      return err({
        code: 'not_ready',
        message: 'Sideline is still reading your deals. This takes a few minutes.',
      });
    }
    const found = await dealsOf(deps.db, portal.id).read(dealId);
    if (!found) {
      return err({
        code: 'not_found',
        message: 'Sideline does not know this deal yet. If it is new, try again in a few seconds.',
      });
    }
    const people = await quotasOf(deps.db, portal.id).listPeople();
    const viewer = people.find((person) => person.userId === userId && !person.archived);
    const relation = relateViewer({
      viewerId: viewer?.ownerId ?? null,
      isOps,
      ownerId: found.deal.ownerId,
      splitOwnerIds: found.splits.map((split) => split.ownerId),
      managerOf: new Map(people.map((person) => [person.ownerId, person.managerId])),
    });
    const subjectId = relation.viewer === 'colleague' ? null : relation.subjectId;
    const now = deps.clock.now();
    return ok({
      portal,
      found,
      state: toDealState(found.deal, found.splits, portal.companyCurrency),
      relation,
      people,
      subject: people.find((person) => person.ownerId === subjectId) ?? null,
      viewerId: viewer?.ownerId ?? null,
      isOps,
      isViewer: relation.viewer === 'owner' || relation.viewer === 'splitPartner',
      now,
      present: periodAt(calendarOf(portal), portal.periodKind, now),
    });
  };

  return {
    async view(caller, { dealId }) {
      const scene = await setScene(caller, dealId);
      if (!scene.ok) return scene;
      const { portal, found, relation, subject, now, present } = scene.value;
      const { deal } = found;
      const forecast = await deps.forecast.openEstimator(portal.id);
      const stageEnteredAt = deal.stageEnteredAt ?? deal.createdAt;
      // The deal itself says whether it is closed, also in a stage that its pipeline has lost since.
      const estimate: WinEstimate = deal.isClosed
        ? { kind: 'none', reason: 'closed' }
        : forecast.estimate({ deal: { ...deal, stageEnteredAt }, now, until: present.end });
      const stageLabel = forecast.stageLabel(deal.stageId);
      const standing = subject && (await deps.quota.measure(portal, subject, present));
      return ok({
        viewer: relation.viewer,
        periodLabel: periodLabel(present),
        asOfLabel: asOfLabel(now, portal.timeZone),
        dealName: deal.name,
        standing:
          subject && standing && standingView(scene.value, subject, standing, await readSeason(scene.value)),
        contribution: subject && standing && (await contributionView(scene.value, subject, standing)),
        dealFacts: describeDealFacts({ ...deal, stageLabel, timeZone: portal.timeZone }),
        likelihood: describeLikelihood({
          estimate,
          period: present,
          deal: { amount: ownAmount(scene.value), closeAt: deal.closeAt, stageLabel },
        }),
        whatIf:
          standing?.attainment.standing.ok && countsTowards(standing, deal.pipelineId) && !deal.isClosed
            ? startWhatIf({ ...found.deal, present, now, timeZone: portal.timeZone })
            : null,
        audience: audienceOf(scene.value),
      });
    },

    async whatIf(caller, { dealId, ...request }) {
      const scene = await setScene(caller, dealId);
      if (!scene.ok) return scene;
      const { portal, found, state, subject, now, present } = scene.value;
      if (!subject || found.deal.isClosed) {
        return err({ code: 'not_found', message: 'There is no what-if for this deal.' });
      }
      const invented = readWhatIf(request, { ...portal, ...found, now });
      if (!invented.ok) return invented;
      const { typed, home, closeAt } = invented.value;
      const calendar = calendarOf(portal);
      const period = periodAt(calendar, portal.periodKind, closeAt);
      const measured = await deps.quota.measure(portal, subject, period);
      const standing = measured.attainment.standing;
      const { ownerId } = subject;
      const question = { deal: state, ownerId, amount: home, closeAt, period, calendar, now };
      const simulation = projectStanding({ ...question, standing: measured });
      if (!simulation.ok || !standing.ok) {
        return err({
          code: 'not_found',
          message: `There is no quota for ${periodLabel(period)} that counts this deal, so there is nothing to measure against.`,
          field: 'closeDate',
        });
      }
      return ok(
        describeWhatIf({
          amount: typed,
          closeAt,
          timeZone: portal.timeZone,
          before: standing.value.attainment,
          simulation: simulation.value,
          period,
          presentPeriod: present,
        }),
      );
    },
  };

  /** One that was learned for periods of another length says nothing of this one. */
  async function readSeason({ portal, present }: Scene): Promise<readonly Ratio[] | null> {
    const season = await quotasOf(deps.db, portal.id).readSeason();
    return season?.length === monthsIn[present.kind] ? season : null;
  }

  function standingView(
    { portal, isViewer, isOps, now, present }: Scene,
    subject: Person,
    standing: PersonStanding,
    seasonality: readonly Ratio[] | null,
  ) {
    const measured = standing.attainment.standing;
    const pace = measured.ok
      ? measurePace({
          ...measured.value,
          calendar: calendarOf(portal),
          period: present,
          now,
          seasonality,
        })
      : null;
    return describeStanding({ person: { name: subject.name, isViewer }, standing, pace, isOps });
  }

  /** A deal counts where its close date falls; an overdue or dateless open one is taken to close in the present period. */
  async function contributionView(scene: Scene, subject: Person, standing: PersonStanding) {
    const { portal, found, state, isViewer, present, now } = scene;
    const { deal, splits } = found;
    const { ownerId } = subject;
    const { amount } = state;
    const calendar = calendarOf(portal);
    const closeAt = deal.isClosed
      ? (deal.closeAt ?? now)
      : latestOf([deal.closeAt ?? present.start, present.start]);
    const period = periodAt(calendar, portal.periodKind, closeAt);
    const measured =
      period.key === present.key ? standing : await deps.quota.measure(portal, subject, period);
    const question = { deal: state, ownerId, closeAt, standing: measured, period, calendar, now };
    const projection = !deal.isClosed && amount ? projectStanding({ ...question, amount }) : null;
    const own = amount && shareCredit(amount, state).find((each) => each.ownerId === ownerId);
    return describeContribution({
      isViewer,
      outcome: deal.isWon ? 'won' : deal.isClosed ? 'lost' : 'open',
      credit: own?.amount ?? (amount && zeroMoney(amount.currency)),
      lacksExchangeRate: deal.amount !== null && amount === null,
      share: partialShare(splits, ownerId),
      period,
      presentPeriod: present,
      hasCloseDate: deal.closeAt !== null,
      isOverdue: deal.closeAt !== null && deal.closeAt < now && !deal.isClosed,
      original:
        deal.currency !== portal.companyCurrency && splits.length === 0
          ? parseMoney(deal.amount, deal.currency)
          : null,
      attainmentIfWon: projection?.ok ? projection.value.standing.attainment : null,
      isOutsideQuota: projection?.ok === false && projection.failure.kind === 'otherPipelines',
    });
  }
}
