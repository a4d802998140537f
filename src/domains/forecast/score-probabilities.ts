export interface ScoredProbability {
  readonly probability: number;
  readonly won: boolean;
}

export interface ProbabilityScore {
  readonly count: number;
  /** Mean of -ln of the probability given to what happened; 0 is perfect, a coin .693. */
  readonly logLoss: number;
  /** Mean squared distance from what happened; 0 is perfect, a coin .25. */
  readonly brier: number;
  /** How far the stated share and the share that came true are apart, on average over ten bands of equal width. */
  readonly calibrationError: number;
}

/** An estimate of 0 or 100 % that is wrong would cost infinitely much: it is scored as the next whole percent. */
const surest = 0.01;

/** Throws a RangeError for an empty list: no answers have no quality. */
export function scoreProbabilities(answers: readonly ScoredProbability[]): ProbabilityScore {
  if (answers.length === 0) throw new RangeError('nothing to score');
  let [logLoss, brier] = [0, 0];
  const bands = Array.from({ length: 10 }, () => ({ stated: 0, won: 0 }));
  for (const { probability, won } of answers) {
    const outcome = won ? 1 : 0;
    const kept = Math.min(1 - surest, Math.max(surest, probability));
    logLoss -= Math.log(won ? kept : 1 - kept);
    brier += (probability - outcome) ** 2;
    const band = bands[Math.min(9, Math.floor(probability * 10))]!;
    band.stated += probability;
    band.won += outcome;
  }
  const count = answers.length;
  const apart = bands.reduce((sum, { stated, won }) => sum + Math.abs(stated - won), 0);
  return { count, logLoss: logLoss / count, brier: brier / count, calibrationError: apart / count };
}
