import type { DriftPass } from './outbox/hold-drift.ts';

const NIGHT_ENDS_HOUR = 3;
const MONDAY = 1;

/**
 * What time alone asks of a portal at this hour of its own day: at midnight a period may have begun, so everybody is looked
 * at; after three, once a day, the history is learned anew and drift goes out, all of it on Mondays. Null: nothing.
 * A night that was missed is made up for at the next hour.
 */
export function chooseReview({
  now,
  learnedAt,
  timeZone,
}: {
  readonly now: Date;
  /** When the history was last learned from; null when never. */
  readonly learnedAt: Date | null;
  readonly timeZone: string;
}): DriftPass | null {
  const here = readClock(now, timeZone);
  if (
    here.hour >= NIGHT_ENDS_HOUR &&
    (learnedAt === null || readClock(learnedAt, timeZone).day !== here.day)
  ) {
    return here.weekday === MONDAY ? 'weekly' : 'nightly';
  }
  return here.hour === 0 ? 'none' : null;
}

function readClock(instant: Date, timeZone: string): { day: string; hour: number; weekday: number } {
  const part = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat('en-GB', { timeZone, ...options }).format(instant);
  const day = part({ year: 'numeric', month: '2-digit', day: '2-digit' });
  const [date = '', month = '', year = ''] = day.split('/');
  return {
    day,
    hour: Number(part({ hour: '2-digit', hourCycle: 'h23' })),
    weekday: new Date(`${year}-${month}-${date}T00:00:00Z`).getUTCDay(),
  };
}
