import { sumMoney } from '../../kernel/money.ts';
import type { Money } from '../../kernel/money.ts';
import type { Result } from '../../kernel/result.ts';
import type { QuotaAnswer } from './choose-strongest-quota.ts';
import { compareToQuota } from './compare-to-quota.ts';
import type { CountedCredit, Credit, Exclusion, QuotaAbsence, Standing } from './types.ts';

export interface Attainment<Counted extends CountedCredit = Credit> {
  /** The credit behind the numbers, of the period and the quota's pipelines. */
  readonly credits: readonly Counted[];
  /** Primary credit, reversals taken off. */
  readonly credited: Money;
  /** What of it is reversals: zero or negative. */
  readonly reversed: Money;
  readonly overlay: Money;
  /** Won deals that are missing from the period, or from nobody knows which, with the reason. */
  readonly exclusions: readonly Exclusion[];
  /** Absent with the reason, never zero, where there is no quota to measure against. */
  readonly standing: Result<Standing, QuotaAbsence>;
}

/** Where a subject stands in a period: its primary credit against its quota, overlay beside it. */
export function measureAttainment<Counted extends CountedCredit>({
  credits,
  exclusions,
  periodKey,
  quota,
  currency,
}: {
  readonly credits: readonly Counted[];
  readonly exclusions: readonly Exclusion[];
  readonly periodKey: string;
  readonly quota: QuotaAnswer;
  readonly currency: string;
}): Attainment<Counted> {
  const pipelineIds = quota.ok ? quota.value.pipelineIds : null;
  const counted = credits.filter(
    (credit) => credit.periodKey === periodKey && (pipelineIds?.includes(credit.pipelineId) ?? true),
  );
  const sumOf = (isPart: (credit: Counted) => boolean) =>
    sumMoney(
      counted.filter(isPart).map(({ amount }) => amount),
      currency,
    );
  const credited = sumOf(({ track }) => track === 'primary');
  return {
    credits: counted,
    credited,
    reversed: sumOf(({ track, kind }) => track === 'primary' && kind === 'reversal'),
    overlay: sumOf(({ track }) => track === 'overlay'),
    exclusions: exclusions.filter((each) => each.periodKey === null || each.periodKey === periodKey),
    standing: quota.ok ? compareToQuota(credited, quota.value.amount) : quota,
  };
}
