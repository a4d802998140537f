import { highestScore, swapDraws } from './rules.ts';
import type { PulseScore } from './types.ts';

/**
 * Randomised response (Warner 1965, in the form that swaps the answer): with chance 1/3 a score drawn evenly from the
 * five takes the place of the person's own. `draw` is a whole number from 0 to 14, each as likely, drawn by the shell
 * from a secret source; 0 to 4 stand for the five scores, 5 to 14 keep the person's own. Throws a RangeError for any other.
 *
 * It is done **once** a person and quarter, with the first answer, which stands; the swapped score is kept until the quarter is
 * published and is what every level reads. Drawing anew for a second level would let the two be averaged.
 *
 * The bound: what comes out is the person's own score in 10 + 1 of the 15 draws and each other score in 1, so
 * P(out = v | own = a) / P(out = v | own = b) is at most 11 / 1, for all v, a and b. Everything published about the
 * quarter, at every level, in every group and at every time, is computed from swapped scores and from who answered
 * (`publishPulse`), and from nothing else that the own score touches. Call all of it O, and all that somebody knows about the
 * others, swapped scores included, W. Then P(O | a, W) = Σ over v of P(out = v | a) · P(O | v, W), each term of which is
 * at most 11 times that of b; so is the sum. The odds between two scores, and therefore between two ways to answer the
 * three questions (which give a score each), move by at most 11 : 1, whatever is combined (Evfimievski et al. 2003; local
 * differential privacy with ε = ln 11). For k scores the same sum gives 2k + 1: five is the most that 11 : 1 allows.
 *
 * It holds for the answers of one quarter. Somebody who answers alike for q quarters gives q draws: 11 to the power q.
 * It protects what was answered, not whether: that a group has a word says that eight answered.
 */
export function swapScore(own: PulseScore, draw: number): PulseScore {
  if (!Number.isInteger(draw) || draw < 0 || draw >= swapDraws)
    throw new RangeError(`a draw is a whole number from 0 to ${swapDraws - 1}, not ${draw}`);
  return draw < highestScore ? ((draw + 1) as PulseScore) : own;
}
