import type { Kysely } from 'kysely';
import type { Clock } from '../../kernel/clock.ts';
import { money } from '../../kernel/money.ts';
import { periodAt, trailingPeriods } from '../../kernel/period.ts';
import { calendarOf, type Portal } from '../../kernel/portal.ts';
import { ratioFromDecimal } from '../../kernel/ratio.ts';
import { dealsOf, directoryOf, type DealHistory, type StageEntry } from '../../mirror/index.ts';
import type { Tables } from '../../store/index.ts';
import { backtestAmounts, type ValuedDeal } from './backtest-amounts.ts';
import { estimateWinProbability } from './estimate-win-probability.ts';
import { openStageAgeFit } from './fit-stage-age-cells.ts';
import { forPortal, type StoredBacktest } from './store.ts';
import type { HistoricDeal, Pipeline, Pipelines, WinEstimator, WinModel } from './types.ts';

export interface ForecastService {
  /** Learns anew from the portal's history as it stands now. */
  refit(portalId: number): Promise<WinModel>;
  /** When the history was last learned from; null when never. */
  learnedAt(portalId: number): Promise<Date | null>;
  /** Holds past periods against what came, and keeps the result; of a large portal on every so many-th deal. */
  backtest(portal: Portal): Promise<void>;
  /** The last backtest; null before the first. */
  readBacktest(portalId: number): Promise<StoredBacktest | null>;
  /** What answers "will this deal be won in time?" for a portal, from what was last learned. */
  openEstimator(portalId: number): Promise<PortalEstimator>;
}

export interface PortalEstimator {
  readonly estimate: WinEstimator;
  /** How many closed deals the answers were learned from. */
  readonly closedDeals: number;
  stageLabel(stageId: string): string;
}

const PAGE = 5_000;
const PERIODS_A_BACKTEST = 4;
/** More say no more, and a backtest holds them all in memory. */
const DEALS_A_BACKTEST = 25_000;

export function createForecastService({ db, clock }: { db: Kysely<Tables>; clock: Clock }): ForecastService {
  const refit = async (portalId: number): Promise<WinModel> => {
    const stages = await directoryOf(db, portalId).listStages();
    const closedStages = new Set(stages.filter((stage) => stage.isClosed).map((stage) => stage.id));
    const firstClosing = await dealsOf(db, portalId).readFirstClosing();
    const fit = openStageAgeFit({
      closedStages,
      now: clock.now(),
      firstClosing: firstClosing?.getTime() ?? Infinity,
    });
    for await (const deal of eachDeal(db, portalId)) fit.add(toHistoric(deal));
    const model = fit.finish();
    await forPortal(db, portalId).saveModel(model);
    return model;
  };

  return {
    refit,
    async learnedAt(portalId) {
      const model = await forPortal(db, portalId).readModel();
      return model && new Date(model.fittedAt);
    },
    async backtest(portal) {
      const calendar = calendarOf(portal);
      const present = periodAt(calendar, portal.periodKind, clock.now());
      const { all } = await dealsOf(db, portal.id).countDeals();
      const everyNth = Math.max(1, Math.ceil(all / DEALS_A_BACKTEST));
      const stages = await directoryOf(db, portal.id).listStages();
      const periods = backtestAmounts({
        deals: await readValued(db, portal, everyNth),
        pipelines: groupByPipeline(stages),
        periods: trailingPeriods(calendar, present, PERIODS_A_BACKTEST),
        currency: portal.companyCurrency,
      });
      await forPortal(db, portal.id).saveBacktest(
        { madeAt: clock.now(), everyNth, periods },
        portal.companyCurrency,
      );
    },
    readBacktest: (portalId) => forPortal(db, portalId).readBacktest(),
    async openEstimator(portalId) {
      const model = (await forPortal(db, portalId).readModel()) ?? (await refit(portalId));
      const stages = await directoryOf(db, portalId).listStages();
      const pipelines = groupByPipeline(stages);
      const labels = new Map(stages.map((stage) => [stage.id, stage.label]));
      return {
        estimate: ({ deal, now, until }) => estimateWinProbability({ model, pipelines, deal, now, until }),
        closedDeals: model.closedDeals,
        stageLabel: (stageId) => labels.get(stageId) ?? stageId,
      };
    },
  };
}

async function readValued(
  db: Kysely<Tables>,
  { id, companyCurrency }: Portal,
  everyNth: number,
): Promise<ValuedDeal[]> {
  const valued: ValuedDeal[] = [];
  let index = 0;
  for await (const deal of eachDeal(db, id)) {
    index += 1;
    if (index % everyNth !== 0) continue;
    const amount = deal.homeMinor === null ? null : money(deal.homeMinor, companyCurrency);
    valued.push({ ...toHistoric(deal), pipelineId: deal.pipelineId, amount });
  }
  return valued;
}

/** Every deal of the portal, a page at a time in memory. */
async function* eachDeal(db: Kysely<Tables>, portalId: number): AsyncGenerator<DealHistory> {
  let after = '';
  for (;;) {
    const page = await dealsOf(db, portalId).listHistory(after, PAGE);
    yield* page;
    const last = page.at(-1);
    if (!last || page.length < PAGE) return;
    after = last.id;
  }
}

function toHistoric(deal: DealHistory): HistoricDeal {
  return {
    outcome: deal.isClosed ? (deal.isWon ? 'won' : 'lost') : null,
    closedAt: deal.closeAt,
    stages: deal.stageEntries.map(({ stageId, enteredAt }) => ({ stageId, enteredAt: new Date(enteredAt) })),
  };
}

function groupByPipeline(stages: readonly StageEntry[]): Pipelines {
  const grouped = Map.groupBy(stages, (stage) => stage.pipelineId);
  return new Map(
    [...grouped].map(([id, own]): [string, Pipeline] => [
      id,
      {
        id,
        stages: own.map((stage) => ({
          id: stage.id,
          label: stage.label,
          probability: ratioFromDecimal(stage.probability),
          isClosed: stage.isClosed,
        })),
      },
    ]),
  );
}
