import type { PipelineId } from '../../kernel/ids.ts';
import type { FiscalCalendar, Period } from '../../kernel/period.ts';
import { compareRatios, oneRatio, type Ratio } from '../../kernel/ratio.ts';
import { ok } from '../../kernel/result.ts';
import type { QuotaAnswer } from './choose-strongest-quota.ts';
import { measureAttainment, type Attainment } from './measure-attainment.ts';
import { prorateQuota, type Employment } from './prorate-quota.ts';
import { resolveQuota } from './resolve-quota.ts';
import type { CountedCredit, Credit, Exclusion, Quota } from './types.ts';

/** Where one person stands in a period, with what the quota is made of. */
export interface PersonStanding<Counted extends CountedCredit = Credit> {
  /** The quota in force after ramp, start and leave. */
  readonly quota: QuotaAnswer;
  /** The part of the full quota that ramp, start and leave left; null where there is none or nothing was taken off. */
  readonly proration: Ratio | null;
  readonly attainment: Attainment<Counted>;
}

/** Resolves a person's quota, prorates it, and measures their credit against it. */
export function measurePerson<Counted extends CountedCredit>({
  employment,
  quotas,
  credits,
  exclusions,
  uncountedPipelineIds,
  calendar,
  period,
  currency,
}: {
  readonly employment: Employment;
  readonly quotas: readonly Quota[];
  /** The person's own; those of other periods do not count. */
  readonly credits: readonly Counted[];
  /** The person's own won deals that give no credit. */
  readonly exclusions: readonly Exclusion[];
  /** Of the portal: pipelines that no quota counts but one that names them. */
  readonly uncountedPipelineIds: readonly PipelineId[];
  readonly calendar: FiscalCalendar;
  readonly period: Period;
  readonly currency: string;
}): PersonStanding<Counted> {
  const full = resolveQuota({ quotas, calendar, period, pipelineIds: null });
  const prorated = full.ok ? prorateQuota({ full: full.value.amount, employment, period, calendar }) : null;
  const quota = full.ok && prorated ? ok({ ...full.value, amount: prorated.amount }) : full;
  return {
    quota,
    proration: prorated && compareRatios(prorated.factor, oneRatio) < 0 ? prorated.factor : null,
    attainment: measureAttainment({
      credits,
      exclusions,
      periodKey: period.key,
      quota,
      uncountedPipelineIds,
      currency,
    }),
  };
}
