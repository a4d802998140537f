import { localDay } from './local-day.ts';
import type { LocalDate } from './period.ts';

/** `'20 Nov 2026'`. */
export function showDay(day: LocalDate): string {
  return localDay(new Date(day), 'UTC');
}
