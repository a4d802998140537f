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
  const mean = (measure: (answer: ScoredProbability) => number) =>
    answers.reduce((sum, answer) => sum + measure(answer), 0) / answers.length;
  return {
    count: answers.length,
    logLoss: mean(surprise),
    brier: mean((answer) => excess(answer) ** 2),
    calibrationError: calibrationError(answers),
  };
}

function surprise({ probability, won }: ScoredProbability): number {
  const kept = Math.min(1 - surest, Math.max(surest, probability));
  return -Math.log(won ? kept : 1 - kept);
}

function excess({ probability, won }: ScoredProbability): number {
  return probability - (won ? 1 : 0);
}

function calibrationError(answers: readonly ScoredProbability[]): number {
  const bands = Map.groupBy(answers, ({ probability }) => Math.min(9, Math.floor(probability * 10)));
  const apart = [...bands.values()].map((band) =>
    Math.abs(band.reduce((sum, answer) => sum + excess(answer), 0)),
  );
  return apart.reduce((sum, next) => sum + next, 0) / answers.length;
}
