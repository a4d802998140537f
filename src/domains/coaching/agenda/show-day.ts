import { localDay } from '../../../kernel/local-day.ts';
import type { LocalDate } from '../../../kernel/period.ts';

/** `'20 Nov 2026'`. */
export function showDay(day: LocalDate): string {
  return localDay(new Date(day), 'UTC');
}
