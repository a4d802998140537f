import type { QuotaForecastView } from '../../contract/index.ts';
import { asOfLabel } from '../../kernel/local-day.ts';
import { parseMoney, zeroMoney } from '../../kernel/money.ts';
import { latestOf, monthsIn, periodAt, periodLabel } from '../../kernel/period.ts';
import { calendarOf } from '../../kernel/portal.ts';
import type { WinEstimate } from '../forecast/index.ts';
import { askAboutDeal, describeLikelihood } from '../forecast/index.ts';
import {
  countsTowards,
  measurePace,
  shareCredit,
  type CountedCredit,
  type Person,
  type PersonStanding,
} from '../quota/index.ts';
import { describeContribution } from './describe-contribution.ts';
import { describeDealFacts } from './describe-deal-facts.ts';
import { describeStanding } from './describe-standing.ts';
import { partialShare } from './partial-share.ts';
import { projectStanding } from './project-standing.ts';
import { audienceOf, ownAmount, type Scene } from './scene.ts';
import { standInPeriod } from './stand-in-period.ts';
import { startWhatIf } from './start-what-if.ts';

type OwnStanding = PersonStanding<CountedCredit>;

/** The quota and forecast card, from everything that the scene holds. */
export function composeView(scene: Scene): QuotaForecastView {
  const { portal, knowledge, deal, relation, subject, now, present } = scene;
  // The deal itself says whether it is closed, also in a stage that its pipeline has lost since.
  const estimate: WinEstimate = deal.isClosed
    ? { kind: 'none', reason: 'closed' }
    : knowledge.estimator.estimate(askAboutDeal(deal, now, present.end));
  const stageLabel = knowledge.estimator.stageLabel(deal.stageId);
  const standing = subject && standInPeriod(scene, subject, present);
  return {
    viewer: relation.viewer,
    periodLabel: periodLabel(present),
    asOfLabel: asOfLabel(now, portal.timeZone),
    dealName: deal.name,
    standing: subject && standing && standingView(scene, subject, standing),
    contribution: subject && standing && contributionView(scene, subject, standing),
    dealFacts: describeDealFacts({ ...deal, stageLabel, timeZone: portal.timeZone }),
    likelihood: describeLikelihood({
      estimate,
      period: present,
      deal: { amount: ownAmount(scene), closeAt: deal.closeAt, stageLabel },
    }),
    whatIf:
      standing?.attainment.standing.ok && countsIn(scene, standing) && !deal.isClosed
        ? startWhatIf({ ...deal, present, now, timeZone: portal.timeZone })
        : null,
    audience: audienceOf(scene),
  };
}

function countsIn({ portal, deal }: Scene, { quota }: OwnStanding): boolean {
  return countsTowards(deal.pipelineId, quota, portal.uncountedPipelineIds);
}

function standingView(
  { portal, knowledge, isViewer, isOps, now, present }: Scene,
  subject: Person,
  standing: OwnStanding,
) {
  const { season } = knowledge;
  const measured = standing.attainment.standing;
  const pace = measured.ok
    ? measurePace({
        ...measured.value,
        calendar: calendarOf(portal),
        period: present,
        now,
        // One that was learned for periods of another length says nothing of this one.
        seasonality: season?.length === monthsIn[present.kind] ? season : null,
      })
    : null;
  return describeStanding({ person: { name: subject.name, isViewer }, standing, pace, isOps });
}

/** A deal counts where its close date falls; an overdue or dateless open one is taken to close in the present period. */
function contributionView(scene: Scene, subject: Person, standing: OwnStanding) {
  const { portal, facts, deal, state, isViewer, present, now } = scene;
  const { ownerId } = subject;
  const { amount } = state;
  const calendar = calendarOf(portal);
  const closeAt = deal.isClosed
    ? (deal.closeAt ?? now)
    : latestOf([deal.closeAt ?? present.start, present.start]);
  const period = periodAt(calendar, portal.periodKind, closeAt);
  const projection =
    !deal.isClosed && amount
      ? projectStanding({
          deal: state,
          ownerId,
          amount,
          closeAt,
          standing: period.key === present.key ? standing : standInPeriod(scene, subject, period),
          uncountedPipelineIds: portal.uncountedPipelineIds,
          period,
          calendar,
          now,
        })
      : null;
  const own = amount && shareCredit(amount, state).find((each) => each.ownerId === ownerId);
  return describeContribution({
    isViewer,
    outcome: deal.isWon ? 'won' : deal.isClosed ? 'lost' : 'open',
    credit: own?.amount ?? (amount && zeroMoney(amount.currency)),
    lacksExchangeRate: deal.amount !== null && amount === null,
    share: partialShare(facts.splits, ownerId),
    period,
    presentPeriod: present,
    hasCloseDate: deal.closeAt !== null,
    isOverdue: deal.closeAt !== null && deal.closeAt < now && !deal.isClosed,
    original:
      deal.currency !== portal.companyCurrency && facts.splits.length === 0
        ? parseMoney(deal.amount, deal.currency)
        : null,
    attainmentIfWon: projection?.ok ? projection.value.standing.attainment : null,
    isOutsideQuota: !countsIn(scene, standing),
  });
}
