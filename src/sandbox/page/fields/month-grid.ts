/** The days of the weeks that a month touches, Monday first: always whole weeks, as `YYYY-MM-DD`; month is 0-11. */
export function monthGrid(year: number, month: number): string[] {
  const first = new Date(Date.UTC(year, month, 1));
  const lead = (first.getUTCDay() + 6) % 7;
  const days = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  const cells = Math.ceil((lead + days) / 7) * 7;
  return Array.from({ length: cells }, (_, index) =>
    new Date(Date.UTC(year, month, 1 - lead + index)).toISOString().slice(0, 10),
  );
}
