import type { PipelineId } from '../../kernel/ids.ts';
import type { FiscalCalendar, Period } from '../../kernel/period.ts';
import { err, ok } from '../../kernel/result.ts';
import { chooseStrongestQuota } from './choose-strongest-quota.ts';
import type { QuotaAnswer } from './choose-strongest-quota.ts';
import { resolvePeriodQuota } from './resolve-period-quota.ts';
import { sumQuotas } from './sum-quotas.ts';
import type { Quota } from './types.ts';

/**
 * The quota in force for a subject (a rep or a team) in a period, among all quotas that were stated for it.
 * Asked for some pipelines, only quotas for exactly these answer. Asked for all (null), it is the quota for all
 * pipelines or the sum over those that have one of their own: the stronger source wins, among equals the former.
 * The sum is refused when two of its quotas share a pipeline.
 */
export function resolveQuota({
  quotas,
  calendar,
  period,
  pipelineIds,
}: {
  readonly quotas: readonly Quota[];
  readonly calendar: FiscalCalendar;
  readonly period: Period;
  readonly pipelineIds: readonly PipelineId[] | null;
}): QuotaAnswer {
  const scopes = Map.groupBy(quotas, (quota) => scopeOf(quota.pipelineIds));
  const asked = resolvePeriodQuota(scopes.get(scopeOf(pipelineIds)) ?? [], calendar, period);
  if (pipelineIds !== null) return asked;

  scopes.delete(scopeOf(null));
  const [first, ...others] = [...scopes.values()]
    .map((scoped) => resolvePeriodQuota(scoped, calendar, period))
    .flatMap((answer) => (answer.ok ? [answer.value] : []));
  if (first === undefined) return asked;
  const counted = [first, ...others].flatMap((quota) => quota.pipelineIds ?? []);
  const overlaps = new Set(counted).size < counted.length;
  const sum: QuotaAnswer = overlaps
    ? err({ kind: 'overlappingPipelines' })
    : ok(sumQuotas([first, ...others]));
  return chooseStrongestQuota([asked, sum]);
}

function scopeOf(pipelineIds: readonly PipelineId[] | null): string {
  return JSON.stringify(pipelineIds?.toSorted() ?? null);
}
