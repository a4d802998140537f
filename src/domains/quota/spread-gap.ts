import { multiplyByRatio } from '../../kernel/money.ts';
import type { Money } from '../../kernel/money.ts';
import { ratio } from '../../kernel/ratio.ts';

/** What a gap asks for on each working day that is left, today included. */
export type DailyNeed =
  | { readonly kind: 'met' }
  | { readonly kind: 'perWorkingDay'; readonly amount: Money; readonly workingDaysLeft: number }
  | { readonly kind: 'noDayLeft'; readonly gap: Money };

/** Rounded up to the minor unit: the days together never fall short of the gap. */
export function spreadGap(gap: Money, workingDaysLeft: number): DailyNeed {
  if (gap.minor <= 0) return { kind: 'met' };
  if (workingDaysLeft === 0) return { kind: 'noDayLeft', gap };
  return {
    kind: 'perWorkingDay',
    amount: multiplyByRatio(gap, ratio(1, workingDaysLeft), 'up'),
    workingDaysLeft,
  };
}
