/** A moment as people in the portal's zone write it: `'24 Nov, 10:42'`. */
export function showMoment(instant: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
  }).format(instant);
}
