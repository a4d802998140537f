import { ratio, toNumber, zeroRatio } from '../../kernel/ratio.ts';
import { measureStageAge } from './measure-stage-age.ts';
import { rateDealsLikeThis } from './rate-deals-like-this.ts';
import { dayMilliseconds } from './rules.ts';
import type { Pipelines, WinEstimate, WinEstimator, WinModel } from './types.ts';

export interface WinQuestion {
  readonly model: WinModel;
  readonly pipelines: Pipelines;
  readonly deal: Parameters<WinEstimator>[0]['deal'];
  readonly now: Date;
  readonly until: Date;
}

/**
 * The chance that an open deal is won before `until`, in whole percent. With enough history it is the share of deals
 * like this one that were won in as many days as are left; otherwise the pipeline's own percentage, which knows no
 * date. It never falls when `until` moves back. Absent in a closed stage, and in a stage that neither the
 * pipeline nor the history knows.
 */
export function estimateWinProbability({ model, pipelines, deal, now, until }: WinQuestion): WinEstimate {
  const stage = pipelines.get(deal.pipelineId)?.stages.find(({ id }) => id === deal.stageId);
  if (stage?.isClosed === true) return { kind: 'none', reason: 'closed' };
  const horizonDays = Math.max(0, Math.ceil((until.getTime() - now.getTime()) / dayMilliseconds));
  const common = { kind: 'estimated', horizonDays, closedDeals: model.closedDeals } as const;
  if (horizonDays === 0) return { ...common, probability: zeroRatio, basis: model.basis, evidence: null };

  const age = measureStageAge(deal.stageEnteredAt, now);
  const rate = rateDealsLikeThis({ model, stageId: deal.stageId, age, horizonDays });
  if (rate !== null) {
    const { basis, evidence } = rate;
    return { ...common, probability: ratio(shortOfCertain(wholePercent(rate.rate)), 100), basis, evidence };
  }
  if (stage === undefined) return { kind: 'none', reason: 'unknownStage' };
  return {
    ...common,
    probability: ratio(wholePercent(toNumber(stage.probability)), 100),
    basis: 'pipeline',
    evidence: null,
  };
}

/** Half away from zero. What is 37.5 % on paper may be a hair below in binary fractions, hence the margin. */
function wholePercent(probability: number): number {
  return Math.round(probability * 100 + 1e-9);
}

/** "0 of 25" does not prove that it cannot happen: no open deal is at 0 or at 100 %. */
function shortOfCertain(percent: number): number {
  return Math.min(99, Math.max(1, percent));
}
