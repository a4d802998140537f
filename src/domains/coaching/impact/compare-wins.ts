/** Everybody's win rate by quarter: won / closed, by the day on which a deal was closed; null in a quarter without any. */
export function compareWins(
  closed: readonly {
    readonly ownerId: string;
    readonly quarter: number;
    readonly won: number;
    readonly closed: number;
  }[],
  quarters: number,
): Map<string, (number | null)[]> {
  const rates = new Map<string, (number | null)[]>();
  for (const { ownerId, quarter, won, closed: all } of closed) {
    const own = rates.get(ownerId) ?? Array.from({ length: quarters }, () => null);
    own[quarter] = won / all;
    rates.set(ownerId, own);
  }
  return rates;
}
