import type { Scoring } from './types.ts';

/** Scorings on each side of the comparison: the middle of three does not move when one of them is odd. */
const scoringsEachSide = 3;

export type SkillTrend =
  | {
      readonly kind: 'traced';
      readonly direction: 'up' | 'down' | 'steady';
      /** The middle level of the three scorings before, and of the last three. */
      readonly before: number;
      readonly now: number;
    }
  | { readonly kind: 'tooFew'; readonly scorings: number; readonly needed: number };

/**
 * Where a skill is going by one person's scorings of it: the middle level of the last three against the middle of the
 * three before. Levels are an order, not a measure, so nothing is averaged. Six scorings are needed. Convention.
 */
export function traceSkill(skillId: string, scorings: readonly Scoring[]): SkillTrend {
  const levels = scorings
    .toSorted((one, other) => (one.scoredOn < other.scoredOn ? -1 : +(one.scoredOn > other.scoredOn)))
    .flatMap((scoring) => scoring.levels.get(skillId) ?? []);
  const needed = 2 * scoringsEachSide;
  if (levels.length < needed) return { kind: 'tooFew', scorings: levels.length, needed };
  const now = middleOf(levels.slice(-scoringsEachSide));
  const before = middleOf(levels.slice(-needed, -scoringsEachSide));
  return { kind: 'traced', direction: now === before ? 'steady' : now > before ? 'up' : 'down', before, now };
}

function middleOf(levels: readonly number[]): number {
  const sorted = levels.toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
