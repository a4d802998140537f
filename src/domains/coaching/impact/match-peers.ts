import type { Candidates } from './list-candidates.ts';
import { peersEach } from './rules.ts';
import { spreadOf } from './spread-of.ts';
import type { Candidate, ComparedRep } from './types.ts';

/**
 * The coached, and for each up to two peers of the same quarters who stood most alike before: nearest in level and trend, each
 * in standard deviations. Everybody is one row, so that rows are independent: nobody is a peer twice, and who has
 * served as a peer of an earlier start is not looked at again when coached later. Everybody of a start gets a first peer before
 * anybody gets a second, and who stood lowest, the hardest to match, chooses first. Results are never looked at. Coached
 * people of a start that has no peer are left out.
 */
export function matchPeers({ coached, uncoached }: Pick<Candidates, 'coached' | 'uncoached'>): ComparedRep[] {
  const levels = spreadOf([...coached, ...uncoached].map(({ level }) => level)) || 1;
  const trends = spreadOf([...coached, ...uncoached].map(({ trend }) => trend)) || 1;
  const distance = (one: Candidate, other: Candidate): number =>
    ((one.level - other.level) / levels) ** 2 + ((one.trend - other.trend) / trends) ** 2;

  const compared = new Map<string, ComparedRep>();
  const starts = [...new Set(coached.map(({ start }) => start))].toSorted((one, other) => one - other);
  for (const start of starts) {
    const isFree = (rep: Candidate): boolean => rep.start === start && !compared.has(rep.repId);
    const order = coached.filter(isFree).toSorted((one, other) => one.level - other.level);
    const free = new Set(uncoached.filter(isFree));
    if (free.size === 0) continue;
    for (const rep of order) compared.set(rep.repId, { ...rep, isCoached: true });
    for (let round = 0; round < peersEach; round += 1)
      for (const rep of order) {
        const nearest = nearestOf(free, (peer) => distance(rep, peer));
        if (nearest === undefined) break;
        free.delete(nearest);
        compared.set(nearest.repId, { ...nearest, isCoached: false });
      }
  }
  return [...compared.values()];
}

function nearestOf(
  peers: Iterable<Candidate>,
  distanceTo: (peer: Candidate) => number,
): Candidate | undefined {
  let nearest: Candidate | undefined;
  let least = Infinity;
  for (const peer of peers) {
    const distance = distanceTo(peer);
    if (distance >= least) continue;
    nearest = peer;
    least = distance;
  }
  return nearest;
}
