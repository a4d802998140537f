import { scorePulse } from './score-pulse.ts';
import type { PulseAnswers, PulseScore } from './types.ts';

/** One quarter of a person's own trend, which nobody else sees. */
export interface OwnPulse {
  readonly quarterKey: string;
  readonly answers: PulseAnswers;
  readonly score: PulseScore;
  /** Against the quarter answered before; null for the first. */
  readonly change: 'up' | 'down' | 'same' | null;
}

/** What a person answered, oldest first, as they answered it: for their own eyes nothing is swapped. */
export function traceOwnPulse(
  answered: readonly { readonly quarterKey: string; readonly answers: PulseAnswers }[],
): OwnPulse[] {
  const quarters = answered.toSorted((left, right) => (left.quarterKey < right.quarterKey ? -1 : 1));
  return quarters.map(({ quarterKey, answers }, index) => {
    const score = scorePulse(answers);
    const before = quarters[index - 1];
    return {
      quarterKey,
      answers,
      score,
      change: before === undefined ? null : compare(score, scorePulse(before.answers)),
    };
  });
}

function compare(score: PulseScore, before: PulseScore): 'up' | 'down' | 'same' {
  if (score === before) return 'same';
  return score > before ? 'up' : 'down';
}
