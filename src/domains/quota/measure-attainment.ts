import type { PipelineId } from '../../kernel/ids.ts';
import { money } from '../../kernel/money.ts';
import type { Money } from '../../kernel/money.ts';
import type { Result } from '../../kernel/result.ts';
import type { QuotaAnswer } from './choose-strongest-quota.ts';
import { compareToQuota } from './compare-to-quota.ts';
import { countsTowards } from './counts-towards.ts';
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
  uncountedPipelineIds,
  currency,
}: {
  readonly credits: readonly Counted[];
  readonly exclusions: readonly Exclusion[];
  readonly periodKey: string;
  readonly quota: QuotaAnswer;
  readonly uncountedPipelineIds: readonly PipelineId[];
  readonly currency: string;
}): Attainment<Counted> {
  const counted: Counted[] = [];
  let [primary, reversed, overlay] = [0, 0, 0];
  // A million credits pass here: plain sums, each checked to be exact when it becomes money or goes on.
  for (const credit of credits) {
    if (credit.periodKey !== periodKey) continue;
    if (!countsTowards(credit.pipelineId, quota, uncountedPipelineIds)) continue;
    counted.push(credit);
    const { minor } = inCurrency(credit.amount, currency);
    if (credit.track === 'overlay') {
      overlay = exact(overlay + minor);
    } else {
      primary = exact(primary + minor);
      if (credit.kind === 'reversal') reversed = exact(reversed + minor);
    }
  }
  const credited = money(primary, currency);
  return {
    credits: counted,
    credited,
    reversed: money(reversed, currency),
    overlay: money(overlay, currency),
    exclusions: exclusions.filter((each) => each.periodKey === null || each.periodKey === periodKey),
    standing: quota.ok ? compareToQuota(credited, quota.value.amount) : quota,
  };
}

/** As `add` of money does: amounts are converted before they meet. */
function inCurrency(amount: Money, currency: string): Money {
  if (amount.currency !== currency) throw new TypeError(`${amount.currency} and ${currency} do not add up`);
  return amount;
}

/** A sum of safe integers is exact as long as it is one itself. */
function exact(sum: number): number {
  if (!Number.isSafeInteger(sum)) throw new RangeError(`${sum} is no safe number of minor units`);
  return sum;
}
