import { allocate } from '../../kernel/money.ts';
import { periodAt, periodsWithin, workingDaysBetween } from '../../kernel/period.ts';
import type { FiscalCalendar, Period, PeriodKind } from '../../kernel/period.ts';
import { ratio } from '../../kernel/ratio.ts';
import { err, ok } from '../../kernel/result.ts';
import { chooseStrongestQuota } from './choose-strongest-quota.ts';
import type { QuotaAnswer } from './choose-strongest-quota.ts';
import { sumQuotas } from './sum-quotas.ts';
import type { Quota, ResolvedQuota } from './types.ts';

const kinds: readonly PeriodKind[] = ['month', 'quarter', 'half', 'year'];

/**
 * The quota of one period among the quotas of one subject for one set of pipelines. It is
 * 1. stated for the period itself, or
 * 2. the sum of the shorter periods' quotas (three months make a quarter), or
 * 3. the period's part of a longer period's quota by working days; the parts of all periods sum to it exactly.
 * The strongest source wins, among equals the first of the three.
 */
export function resolvePeriodQuota(
  quotas: readonly Quota[],
  calendar: FiscalCalendar,
  period: Period,
): QuotaAnswer {
  // The everyday case: no other period has a say, so that none needs to be laid out.
  if (quotas.every(({ periodKey }) => periodKey === period.key)) return state(quotas, period);
  const longer = kinds.slice(kinds.indexOf(period.kind) + 1);
  return chooseStrongestQuota([
    stateOrSum(quotas, calendar, period),
    ...longer.map((kind) => shareOut(quotas, calendar, period, periodAt(calendar, kind, period.start))),
  ]);
}

function stateOrSum(quotas: readonly Quota[], calendar: FiscalCalendar, period: Period): QuotaAnswer {
  return chooseStrongestQuota([state(quotas, period), sum(quotas, calendar, period)]);
}

function state(quotas: readonly Quota[], { key }: Period): QuotaAnswer {
  const stated = quotas.filter(({ periodKey }) => periodKey === key);
  return chooseStrongestQuota([
    err({ kind: 'noQuota' }),
    ...stated.map((quota) => {
      const { amount, source, pipelineIds } = quota;
      return ok({ amount, source, pipelineIds, parts: [{ quota, contribution: amount }] });
    }),
  ]);
}

function sum(quotas: readonly Quota[], calendar: FiscalCalendar, period: Period): QuotaAnswer {
  const shorter = kinds[kinds.indexOf(period.kind) - 1];
  if (shorter === undefined) return err({ kind: 'noQuota' });
  const parts = periodsWithin(calendar, period, shorter).map((part) => ({
    key: part.key,
    answer: stateOrSum(quotas, calendar, part),
  }));
  const present = parts.flatMap(({ answer }) => (answer.ok ? [answer.value] : []));
  const missing = parts.filter(({ answer }) => !answer.ok).map(({ key }) => key);
  if (!isFilled(present)) return err({ kind: 'noQuota' });
  return missing.length > 0 ? err({ kind: 'missingParts', periodKeys: missing }) : ok(sumQuotas(present));
}

function shareOut(
  quotas: readonly Quota[],
  calendar: FiscalCalendar,
  period: Period,
  longer: Period,
): QuotaAnswer {
  const whole = state(quotas, longer);
  if (!whole.ok) return whole;
  const shares = allocate(
    whole.value.amount,
    periodsWithin(calendar, longer, period.kind),
    ({ start, end }) => ratio(workingDaysBetween(calendar, start, end)),
  );
  const share = shares.find(({ recipient }) => recipient.key === period.key);
  if (share === undefined) throw new RangeError(`${period.key} is no part of ${longer.key}`);
  const parts = whole.value.parts.map(({ quota }) => ({ quota, contribution: share.amount }));
  return ok({ ...whole.value, amount: share.amount, parts });
}

function isFilled(quotas: readonly ResolvedQuota[]): quotas is [ResolvedQuota, ...ResolvedQuota[]] {
  return quotas.length > 0;
}
