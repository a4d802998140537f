import { DAY, inWorkingHours } from './calendar.ts';
import type { Quarter } from './calendar.ts';
import type { Random } from './random.ts';

const LAST_DAYS = 14;
const RUSH = 1.9;

/**
 * Times at which `count` deals are won in the span, a part of the quarter: working days only, with the rush of the
 * quarter's last two weeks. One draw from each equal slice, because people spread their closings better than dice do.
 */
export function drawClosingTimes(random: Random, count: number, span: Quarter, quarter: Quarter): number[] {
  const days = workingDays(span);
  const weights = days.map((day) => (quarter.end - day <= LAST_DAYS * DAY ? RUSH : 1));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return Array.from({ length: count }, (_, index) => {
    let left = ((index + random.next()) / count) * total;
    const day = days.find((_day, position) => (left -= weights[position] ?? 0) < 0);
    return inWorkingHours(random, day ?? span.start);
  });
}

function workingDays({ start, end }: Quarter): number[] {
  const days: number[] = [];
  for (let day = start; day < end; day += DAY) {
    const weekday = new Date(day).getUTCDay();
    if (weekday !== 0 && weekday !== 6) days.push(day);
  }
  return days;
}
