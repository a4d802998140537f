import { answersForWord } from './rules.ts';
import type { PublishedPulse, PulseGroup, PulseScore, PulseWord } from './types.ts';

/**
 * A quarter's word for every frozen group, from the swapped scores of its members (`swapScore` has the bound). Groups may
 * lie within each other and overlap: a person's one swapped score is read in all of them.
 *
 * Swapping pulls every mean towards 3: mean of swapped = 2/3 · mean of own + 1/3 · 3, on average. The word goes by the mean
 * so corrected, own ≈ 3/2 · swapped − 3/2: 3.5 or more is going well, below 2.5 needs care, between is mixed.
 * Convention: half a step on either side of the middle. Chance is part of the word, and the price of the bound: eight
 * people who all answer 5 read as going well in 98 of 100 quarters, who all answer 4 in 85; who all answer 3 read as
 * mixed in 74.
 */
export function publishPulse(
  groups: readonly PulseGroup[],
  swapped: ReadonlyMap<string, PulseScore>,
): PublishedPulse[] {
  return groups.map(({ id, memberIds }) => {
    const scores = [...new Set(memberIds)].flatMap((member) => swapped.get(member) ?? []);
    return { groupId: id, word: scores.length < answersForWord ? null : wordOf(scores) };
  });
}

/** In whole numbers: 3/2 · swapped − 3/2 is 3.5 where the swapped mean is 10/3, and 2.5 where it is 8/3. */
function wordOf(scores: readonly PulseScore[]): PulseWord {
  const triple = 3 * scores.reduce((sum, score) => sum + score, 0);
  if (triple >= 10 * scores.length) return 'goingWell';
  return triple < 8 * scores.length ? 'needsCare' : 'mixed';
}
