import { divideMoney, subtract, sumMoney } from '../../kernel/money.ts';
import type { Money } from '../../kernel/money.ts';
import type { Ratio } from '../../kernel/ratio.ts';

export interface TargetMismatch {
  readonly teamQuota: Money;
  readonly sumOfMembers: Money;
  /** Team quota less the members' sum: positive when the members' quotas do not reach the team's. */
  readonly difference: Money;
  /** Difference / team quota, with its sign; null for a team quota of zero. */
  readonly share: Ratio | null;
}

/** How far a team's own quota lies from the sum of its members'. */
export function findTargetMismatch(teamQuota: Money, memberQuotas: readonly Money[]): TargetMismatch {
  const sumOfMembers = sumMoney(memberQuotas, teamQuota.currency);
  const difference = subtract(teamQuota, sumOfMembers);
  return {
    teamQuota,
    sumOfMembers,
    difference,
    share: teamQuota.minor === 0 ? null : divideMoney(difference, teamQuota),
  };
}
