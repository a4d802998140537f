import type { Period } from '../../kernel/period.ts';

/** Whether the close date that the rep hopes for lies in the period; a deal without one is expected in no period. */
export function closesWithin(
  { closeAt }: { readonly closeAt: Date | null },
  { start, end }: Pick<Period, 'start' | 'end'>,
): boolean {
  return closeAt !== null && closeAt >= start && closeAt < end;
}
