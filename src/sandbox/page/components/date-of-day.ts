import type { BaseDate, DateInputProps } from '@hubspot/ui-extensions';

/** `{2026, 11, 30}` → `2026-12-30`: HubSpot counts months from 0. */
export const dateToDay = ({ year, month, date }: BaseDate): string =>
  `${String(year).padStart(4, '0')}-${String(month + 1).padStart(2, '0')}-${String(date).padStart(2, '0')}`;

/** `2026-12-30` → `{2026, 11, 30}`. */
export const dayToDate = (day: string): BaseDate => ({
  year: Number(day.slice(0, 4)),
  month: Number(day.slice(5, 7)) - 1,
  date: Number(day.slice(8, 10)),
});

const LONG = ['long', 'LL'];
const MEDIUM = ['medium', 'll', 'standard'];

/** A day in one of HubSpot's formats, in the viewer's English: 30/12/2026, 30 Dec 2026, 30 December 2026, 2026-12-30. */
export function formatDate(date: BaseDate, format: NonNullable<DateInputProps['format']>): string {
  const day = dateToDay(date);
  if (format === 'YYYY-MM-DD') return day;
  const month = LONG.includes(format) ? 'long' : MEDIUM.includes(format) ? 'short' : '2-digit';
  return new Intl.DateTimeFormat('en-GB', {
    day: month === '2-digit' ? '2-digit' : 'numeric',
    month,
    year: 'numeric',
    timeZone: 'UTC',
  })
    .format(new Date(`${day}T00:00:00Z`))
    .replace('Sept ', 'Sep ');
}
