import { localDay } from '../../../kernel/local-day.ts';
import { addMonths, localDate, startOfLocalDate, type Period } from '../../../kernel/period.ts';
import type { Person } from '../../quota/index.ts';

type Employment = Pick<Person, 'startsOn' | 'endsOn' | 'rampMonths'>;

/** `'Starts 1 Oct 2026, ramp of 6 months: the quota counts in part.'`; null where it counts in full in every period shown. */
export function describeEmployment(
  { startsOn, endsOn, rampMonths }: Employment,
  periods: readonly Pick<Period, 'start' | 'end'>[],
  timeZone: string,
): string | null {
  const [first, last] = [periods[0], periods.at(-1)];
  if (!first || !last) return null;
  const day = (date: string) => localDay(startOfLocalDate(date, timeZone), timeZone);
  const facts = [];
  if (startsOn && addMonths(startsOn, rampMonths) > localDate(first.start, timeZone)) {
    facts.push(`starts ${day(startsOn)}`);
    if (rampMonths > 0) facts.push(`ramp of ${rampMonths} months`);
  }
  if (endsOn && endsOn < localDate(new Date(last.end.getTime() - 1), timeZone))
    facts.push(`leaves ${day(endsOn)}`);
  if (facts.length === 0) return null;
  const text = facts.join(', ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}: the quota counts in part.`;
}
