import { lagOf, type Candidates } from './list-candidates.ts';
import { coachedNeeded, peersNeeded, quartersBefore } from './rules.ts';
import type { ImpactQuestion, NotEnoughData } from './types.ts';

/** How far the data fall short of 10 coached people, 20 peers and four quarters before; null where they suffice. */
export function findShortfall(
  { histories, cycleDays, chosenIn }: ImpactQuestion,
  { quartersToWait }: Pick<Candidates, 'quartersToWait'>,
  { coached, peers }: { readonly coached: number; readonly peers: number },
): NotEnoughData | null {
  if (coached >= coachedNeeded && peers >= peersNeeded) return null;
  const quarters = Math.max(0, ...histories.map(({ values }) => values.length));
  const lag = lagOf(cycleDays);
  const firstResult = Math.max(quartersBefore + lag, chosenIn + 1);
  const untilFirstResult = Math.max(0, firstResult + 1 - quarters);
  // In the order of their results: the one with whom there are enough, or else the last.
  const waiting = quartersToWait
    .toSorted((one, other) => one - other)
    .slice(0, Math.max(0, coachedNeeded - coached));
  const coachedMissing = Math.max(0, coachedNeeded - coached - waiting.length);
  // Whoever is still to be coached begins in the running quarter at the earliest.
  const untilNextStart = coachedMissing > 0 ? lag + 1 : 0;
  return {
    kind: 'notEnough',
    coached,
    peers,
    coachedMissing,
    peersMissing: Math.max(0, peersNeeded - peers),
    quartersMissing: Math.max(untilFirstResult, untilNextStart, waiting.at(-1) ?? 0),
  };
}
