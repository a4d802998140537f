import type { StageId } from '../../kernel/ids.ts';
import type { Ratio } from '../../kernel/ratio.ts';
import { estimateWinProbability } from './estimate-win-probability.ts';
import { fitStageAgeCells } from './fit-stage-age-cells.ts';
import { closingTime, listOpenStays } from './list-open-stays.ts';
import type { HistoricDeal, Pipelines, WinModel } from './types.ts';

/** A deal of the history, with the pipeline that it ran through. */
export type PlacedDeal = HistoricDeal & { readonly pipelineId: string };

/** What both methods stated about one deal on one day, and what became of it. */
export interface PastAnswer<Deal> {
  readonly deal: Deal;
  readonly history: Ratio;
  readonly pipeline: Ratio;
  readonly won: boolean;
}

/** Every deal that was open on a past day, asked whether it will be won by `until`; the model knows what was known then. */
export function answerAsOf<Deal extends PlacedDeal>(
  { deals, pipelines }: { readonly deals: readonly Deal[]; readonly pipelines: Pipelines },
  now: Date,
  until: Date,
): { readonly model: WinModel; readonly answers: readonly PastAnswer<Deal>[] } {
  const closedStages = closedStagesOf(pipelines);
  const model = fitStageAgeCells({ deals, closedStages, now });
  const fixed: WinModel = { ...model, basis: 'pipeline' };
  const answers = deals.flatMap((deal) => {
    const stay = listOpenStays({ deal, closedStages, now }).at(-1);
    if (stay === undefined || stay.to < now.getTime() || isClosedBy(deal, now)) return [];
    const asked = { pipelineId: deal.pipelineId, stageId: stay.stageId, stageEnteredAt: new Date(stay.from) };
    const [history, pipeline] = [model, fixed].map((answering) =>
      estimateWinProbability({ model: answering, pipelines, deal: asked, now, until }),
    );
    if (history?.kind !== 'estimated' || pipeline?.kind !== 'estimated') return [];
    return {
      deal,
      history: history.probability,
      pipeline: pipeline.probability,
      won: deal.outcome === 'won' && isClosedBy(deal, new Date(until.getTime() - 1)),
    };
  });
  return { model, answers };
}

function isClosedBy(deal: HistoricDeal, instant: Date): boolean {
  const closedAt = closingTime(deal);
  return closedAt !== null && closedAt <= instant.getTime();
}

function closedStagesOf(pipelines: Pipelines): ReadonlySet<StageId> {
  const stages = [...pipelines.values()].flatMap((pipeline) => pipeline.stages);
  return new Set(stages.filter(({ isClosed }) => isClosed).map(({ id }) => id));
}
