/** An instant as HubSpot prints it: ISO-8601 UTC, without the fraction when that is zero. */
export function instantText(instant: Date): string {
  return instant.toISOString().replace('.000Z', 'Z');
}
