import type { Kysely } from 'kysely';
import type { Clock } from '../../kernel/clock.ts';
import { ratioFromDecimal } from '../../kernel/ratio.ts';
import { dealsOf, directoryOf, type StageEntry } from '../../mirror/index.ts';
import type { Tables } from '../../store/index.ts';
import { estimateWinProbability } from './estimate-win-probability.ts';
import { fitStageAgeCells } from './fit-stage-age-cells.ts';
import { forPortal } from './store.ts';
import type { HistoricDeal, Pipeline, Pipelines, WinEstimator, WinModel } from './types.ts';

export interface ForecastService {
  /** Learns anew from the portal's history as it stands now. */
  refit(portalId: number): Promise<WinModel>;
  /** When the history was last learned from; null when never. */
  learnedAt(portalId: number): Promise<Date | null>;
  /** What answers "will this deal be won in time?" for a portal, from what was last learned. */
  openEstimator(portalId: number): Promise<PortalEstimator>;
}

export interface PortalEstimator {
  readonly estimate: WinEstimator;
  stageLabel(stageId: string): string;
}

const PAGE = 5_000;

export function createForecastService({ db, clock }: { db: Kysely<Tables>; clock: Clock }): ForecastService {
  const refit = async (portalId: number): Promise<WinModel> => {
    const stages = await directoryOf(db, portalId).listStages();
    const closedStages = new Set(stages.filter((stage) => stage.isClosed).map((stage) => stage.id));
    const model = fitStageAgeCells({
      deals: await readHistory(db, portalId),
      closedStages,
      now: clock.now(),
    });
    await forPortal(db, portalId).saveModel(model);
    return model;
  };

  return {
    refit,
    async learnedAt(portalId) {
      const model = await forPortal(db, portalId).readModel();
      return model && new Date(model.fittedAt);
    },
    async openEstimator(portalId) {
      const model = (await forPortal(db, portalId).readModel()) ?? (await refit(portalId));
      const stages = await directoryOf(db, portalId).listStages();
      const pipelines = groupByPipeline(stages);
      const labels = new Map(stages.map((stage) => [stage.id, stage.label]));
      return {
        estimate: ({ deal, now, until }) => estimateWinProbability({ model, pipelines, deal, now, until }),
        stageLabel: (stageId) => labels.get(stageId) ?? stageId,
      };
    },
  };
}

async function readHistory(db: Kysely<Tables>, portalId: number): Promise<HistoricDeal[]> {
  const history: HistoricDeal[] = [];
  let after = '';
  for (;;) {
    const page = await dealsOf(db, portalId).listHistory(after, PAGE);
    for (const deal of page) {
      history.push({
        outcome: deal.isClosed ? (deal.isWon ? 'won' : 'lost') : null,
        closedAt: deal.closeAt,
        stages: deal.stageEntries.map(({ stageId, enteredAt }) => ({
          stageId,
          enteredAt: new Date(enteredAt),
        })),
      });
    }
    const last = page.at(-1);
    if (!last || page.length < PAGE) return history;
    after = last.id;
  }
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
