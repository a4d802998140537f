import { TZDateMini } from '@date-fns/tz';
import { startOfLocalDate } from '../kernel/period.ts';
import type { LocalDate } from '../kernel/period.ts';
import { err, ok } from '../kernel/result.ts';
import type { Result } from '../kernel/result.ts';

const DAY = /^(\d{4}-\d{2}-\d{2})$/;
const LOCAL_TIME = /^(\d{4}-\d{2}-\d{2})[ T](\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?$/;
const INSTANT = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})$/;

/** Reads `2026-12-31` (the start of that day), `2026-12-31 14:30` (both in the zone) or an instant with its offset. */
export function parseInstant(text: string, timeZone: string): Result<Date, string> {
  if (text === '') return err('is empty; write a date such as 2026-12-31 or 2026-12-31 14:30');
  const day = (DAY.exec(text) ?? LOCAL_TIME.exec(text) ?? INSTANT.exec(text))?.[1];
  if (day === undefined || !isCalendarDay(day)) {
    return err(`"${text}" is no date; write it as 2026-12-31 or 2026-12-31 14:30`);
  }
  if (DAY.test(text)) return ok(startOfLocalDate(day, timeZone));
  const [, , hours, minutes, seconds = '0'] = LOCAL_TIME.exec(text) ?? [];
  if (hours === undefined || minutes === undefined) return ok(new Date(text));
  if (Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) > 59) {
    return err(`"${text}" has no such time of day; write it as 2026-12-31 14:30`);
  }
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const local = new TZDateMini(
    year,
    month - 1,
    date,
    Number(hours),
    Number(minutes),
    Number(seconds),
    timeZone,
  );
  return ok(new Date(local.getTime()));
}

/** Reads a day, `2026-12-31`. */
export function parseDay(text: string): Result<LocalDate, string> {
  return DAY.test(text) && isCalendarDay(text)
    ? ok(text)
    : err(`"${text}" is no date; write it as 2026-12-31`);
}

function isCalendarDay(day: LocalDate): boolean {
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
}
