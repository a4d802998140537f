import type { Period } from '../../kernel/period.ts';
import { periodWord } from './period-word.ts';
import { closedDealsForCells, daysToBeEvidence, dealsForCell } from './rules.ts';
import type { EstimatedWin, WinEvidence } from './types.ts';

export interface ExplainedEstimate {
  readonly estimate: EstimatedWin;
  readonly period: Pick<Period, 'kind' | 'end'>;
  readonly deal: { readonly closeAt: Date | null; readonly stageLabel: string };
}

/** How a probability came about, a sentence a line, most important first. */
export function explainEstimate({ estimate, period, deal }: ExplainedEstimate): string[] {
  const { evidence, horizonDays } = estimate;
  if (evidence === null) return explainPipeline(estimate);
  const lines = [
    evidence.fromDay === 0
      ? `Like this: every deal from the day it entered ${deal.stageLabel}.`
      : `Like this: deals that were still in ${deal.stageLabel} after ${days(evidence.fromDay)}, as this one is.`,
    `In time: won within ${days(horizonDays)}, which is what is left of this ${periodWord[period.kind]}.`,
  ];
  if (evidence.running > 0) {
    lines.push(`${evidence.running} more are still open; they count for as long as they have been followed.`);
  }
  if (estimate.basis === 'shrunken') lines.push(explainShrinkage(estimate, evidence));
  else if (evidence.won === 0 || evidence.won === evidence.known) {
    lines.push('No open deal is certain: it is never shown below 1 % or above 99 %.');
  }
  if (deal.closeAt !== null && deal.closeAt >= period.end) {
    lines.push(
      `Its close date is later than this ${periodWord[period.kind]}; the estimate goes by stage and time alone.`,
    );
  }
  return lines;
}

function explainPipeline({ horizonDays }: EstimatedWin): string[] {
  if (horizonDays === 0) return ['A deal that is still open can no longer be won in this period.'];
  return ["The pipeline's percentage is the chance of a win at any time, not only in this period."];
}

function explainShrinkage({ closedDeals }: EstimatedWin, { stage }: WinEvidence): string {
  const wholeStage = `${stage.won} of ${stage.known} from the whole stage and with the average of all stages`;
  return closedDeals < closedDealsForCells
    ? `With ${closedDeals} closed deals (${closedDealsForCells} needed to count in full) this is evened out with ${wholeStage}.`
    : `Fewer than ${dealsForCell} deals of this stage have closed or been followed for ${daysToBeEvidence} days: evened out with the average of all stages.`;
}

function days(count: number): string {
  return count === 1 ? '1 day' : `${count} days`;
}
