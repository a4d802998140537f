import { formatMoney } from '../../kernel/money.ts';
import type { Money } from '../../kernel/money.ts';
import type { Period } from '../../kernel/period.ts';
import { toNumber, toPercentText } from '../../kernel/ratio.ts';
import { explainEstimate } from './explain-estimate.ts';
import { periodWord } from './period-word.ts';
import { closedDealsForHistory } from './rules.ts';
import type { EstimatedWin, NoEstimate, WinBasis, WinEstimate } from './types.ts';
import { weighAmount } from './weigh-amount.ts';

/** What the card says about a deal's chance, in a manager's words. */
export type LikelihoodText =
  | {
      readonly kind: 'estimated';
      /** A fraction in whole percent, and `'38 %'`. */
      readonly probability: { readonly value: number; readonly text: string };
      /** `'Likely this quarter'`. */
      readonly label: string;
      /** `'15 of 40 deals like this were won in time'`. */
      readonly evidence: string;
      readonly basis: WinBasis;
      /** `'9,120 EUR'`; null without an amount. */
      readonly forecastAmount: string | null;
      /** How the number came about, a sentence a line. */
      readonly explanation: string[];
    }
  | { readonly kind: 'none'; readonly sentence: string };

export interface LikelihoodQuestion {
  readonly estimate: WinEstimate;
  readonly period: Pick<Period, 'kind' | 'end'>;
  readonly deal: {
    readonly amount: Money | null;
    readonly closeAt: Date | null;
    readonly stageLabel: string;
  };
}

export function describeLikelihood({ estimate, period, deal }: LikelihoodQuestion): LikelihoodText {
  if (estimate.kind === 'none') return { kind: 'none', sentence: missing[estimate.reason] };
  const forecastAmount = weighAmount(deal.amount, estimate);
  return {
    kind: 'estimated',
    probability: { value: toNumber(estimate.probability), text: toPercentText(estimate.probability) },
    label: `Likely this ${periodWord[period.kind]}`,
    evidence: `${describeEvidence(estimate)}${describeLateness(estimate, deal.closeAt, period)}`,
    basis: estimate.basis,
    forecastAmount: forecastAmount === null ? null : formatMoney(forecastAmount),
    explanation: explainEstimate({ estimate, period, deal }),
  };
}

const missing: Readonly<Record<NoEstimate['reason'], string>> = {
  closed: 'This deal is closed.',
  unknownStage: 'No estimate: the stage of this deal is not in its pipeline, and no earlier deal was in it.',
};

/** A learned estimate goes by stage and time: where it says what the close date does not, it says so at once. */
function describeLateness(
  { evidence }: EstimatedWin,
  closeAt: Date | null,
  { end }: Pick<Period, 'end'>,
): string {
  return evidence !== null && closeAt !== null && closeAt >= end ? '; its close date says later' : '';
}

function describeEvidence({ evidence, horizonDays, basis, closedDeals }: EstimatedWin): string {
  if (horizonDays === 0) return 'The period is over';
  if (basis === 'pipeline') return describePipelineBasis(closedDeals);
  if (evidence === null || evidence.known + evidence.running === 0) {
    return 'No earlier deal was in this stage; showing the average of all stages';
  }
  const { won, known, running } = evidence;
  if (running > known)
    return `${count(won)} of ${count(known + running)} deals like this were won so far, ${count(running)} are still open`;
  return `${count(won)} of ${count(known)} deals like this were won in time`;
}

const count = (deals: number): string => deals.toLocaleString('en');

function describePipelineBasis(closedDeals: number): string {
  if (closedDeals < closedDealsForHistory) {
    return `${closedDealsForHistory} closed deals needed to estimate, ${closedDeals} so far; showing the pipeline's own percentage`;
  }
  return "The history is too young to estimate; showing the pipeline's own percentage";
}
