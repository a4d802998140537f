import type { WhatIfView } from '../../contract/index.ts';
import { localDay } from '../../kernel/local-day.ts';
import { formatMoney, type Money } from '../../kernel/money.ts';
import { periodLabel, type Period } from '../../kernel/period.ts';
import { toPercentText, type Ratio } from '../../kernel/ratio.ts';
import type { Simulation } from '../quota/index.ts';
import { inWholePercent } from './describe-standing.ts';

/** The what-if in one sentence: `'Close this at 24,000 EUR by 30 Dec 2026: 71 → 79 %; then 4,900 EUR a working day.'` */
export function describeWhatIf({
  amount,
  closeAt,
  timeZone,
  before,
  simulation,
  period,
  presentPeriod,
}: {
  /** In the deal's currency, as it was typed. */
  readonly amount: Money;
  readonly closeAt: Date;
  readonly timeZone: string;
  readonly before: Ratio;
  readonly simulation: Simulation;
  readonly period: Period;
  readonly presentPeriod: Period;
}): WhatIfView {
  const from = toPercentText(before).replace(' %', '');
  const to = toPercentText(simulation.standing.attainment);
  const { need } = simulation;
  const then =
    need.kind === 'met'
      ? 'then the quota is met'
      : need.kind === 'noDayLeft'
        ? `then ${formatMoney(need.gap)} are missing and no working day is left`
        : `then ${formatMoney(need.amount)} a working day`;
  return {
    sentence: `Close this at ${formatMoney(amount)} by ${localDay(closeAt, timeZone)}: ${from} → ${to}; ${then}.`,
    attainment: inWholePercent(simulation.standing.attainment),
    remark: period.key === presentPeriod.key ? null : `Counts in ${periodLabel(period)}.`,
  };
}
