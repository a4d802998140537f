/** From this hour on tomorrow's 1:1s are prepared: the day's work is in, and a manager may still look. */
const EVENING_HOUR = 18;

/** Whether it is evening there. */
export function isEvening(now: Date, timeZone: string): boolean {
  const hour = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', hourCycle: 'h23' }).format(now);
  return Number(hour) >= EVENING_HOUR;
}
