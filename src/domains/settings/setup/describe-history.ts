import type { HistoryView } from '../../../contract/index.ts';
import { formatMoney, toDecimalString, type Money } from '../../../kernel/money.ts';
import { periodLabel, type PeriodKind } from '../../../kernel/period.ts';
import { toPercentText } from '../../../kernel/ratio.ts';
import { localMoment } from '../../../kernel/local-day.ts';
import {
  closedDealsForHistory,
  measureMiss,
  openDealsForBacktest,
  type BacktestedPeriod,
} from '../../forecast/index.ts';

const numerals = ['no', 'one', 'two', 'three', 'four'];
const fewest = 2;

/** What past periods say of the weighted pipeline and of Sideline, also where the weighted pipeline was better. */
export function describeHistory(
  backtest: {
    readonly madeAt: Date;
    readonly everyNth: number;
    readonly periods: readonly BacktestedPeriod[];
  } | null,
  { kind, timeZone }: { readonly kind: PeriodKind; readonly timeZone: string },
): HistoryView {
  if (backtest === null)
    return {
      kind: 'waiting',
      sentence: 'Once your deals are read, this says how well past periods could be forecast.',
    };
  const { periods, everyNth } = backtest;
  const missOf = (method: 'pipeline' | 'sideline') =>
    measureMiss(
      periods.map(({ actual, ...stated }) => ({ stated: stated[method].minor, actual: actual.minor })),
    );
  const [pipeline, sideline] = [missOf('pipeline'), missOf('sideline')];
  if (periods.length < fewest || pipeline === null || sideline === null)
    return {
      kind: 'notEnough',
      sentence: `Not enough data yet: at least ${numerals[fewest]} of the last four ${kind}s need ${closedDealsForHistory} deals closed before them and ${openDealsForBacktest} open ones with an amount on their first day.`,
    };
  return {
    kind: 'measured',
    sentence: `Your weighted pipeline missed the last ${numerals[periods.length] ?? periods.length} ${kind}s by ${toPercentText(pipeline)}; Sideline would have missed by ${toPercentText(sideline)}.`,
    periods: periods.map((period) => ({
      label: periodLabel({ key: period.key, kind }),
      deals: period.deals,
      actual: formatMoney(period.actual),
      pipeline: formatMoney(period.pipeline),
      sideline: formatMoney(period.sideline),
      values: {
        actual: wholeUnits(period.actual),
        pipeline: wholeUnits(period.pipeline),
        sideline: wholeUnits(period.sideline),
      },
    })),
    remarks: [
      `Asked on the first day of each ${kind} about the deals with an amount that were open then: what of it was won by the end. Deals created later are in none of the three figures.`,
      'Sideline used only what was known on that day.',
      `Amounts and close dates are those that deals carry now, because HubSpot's earlier ones are not read. The weighted pipeline thereby knows which deals were going to close in the ${kind}, which helps it.`,
      'The miss is the sum of all misses, above and below, divided by what was won.',
      ...(periods.length < 4
        ? [`Only ${numerals[periods.length] ?? periods.length} of the last four ${kind}s had enough deals.`]
        : []),
      ...(everyNth > 1
        ? [
            `Your account is large: this was counted on one deal in ${everyNth}, so the amounts are a part of the whole.`,
          ]
        : []),
    ],
    asOfLabel: localMoment(backtest.madeAt, timeZone),
  };
}

function wholeUnits(amount: Money): number {
  return Math.round(Number(toDecimalString(amount)));
}
