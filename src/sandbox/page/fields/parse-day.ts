const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** What people type for a day: `2026-12-30`, `30.12.2026`, `30/12/2026` or `30 Dec 2026`; undefined when it is none. */
export function parseDay(text: string): string | undefined {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text.trim());
  if (iso) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const numbers = /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/.exec(text.trim());
  if (numbers) return dayOf(Number(numbers[3]), Number(numbers[2]), Number(numbers[1]));
  const words = /^(\d{1,2})\s+([a-z]{3})[a-z]*\s+(\d{4})$/i.exec(text.trim());
  if (!words) return undefined;
  const month = MONTHS.indexOf(words[2]?.toLowerCase() ?? '');
  return month === -1 ? undefined : dayOf(Number(words[3]), month + 1, Number(words[1]));
}

/** The day as `YYYY-MM-DD`, undefined when the calendar has no such day. */
function dayOf(year: number, month: number, date: number): string | undefined {
  const day = new Date(Date.UTC(year, month - 1, date));
  const exists =
    day.getUTCFullYear() === year && day.getUTCMonth() === month - 1 && day.getUTCDate() === date;
  return exists ? day.toISOString().slice(0, 10) : undefined;
}
