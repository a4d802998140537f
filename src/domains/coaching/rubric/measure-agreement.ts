import { studentQuantile } from '../../../kernel/student-quantile.ts';

/** One piece of evidence, a call for instance, that two managers scored without seeing each other's levels. */
export interface DoubleScoring {
  readonly first: ReadonlyMap<string, number>;
  readonly second: ReadonlyMap<string, number>;
}

export type Agreement =
  | {
      readonly kind: 'measured';
      /** 1 is full agreement, 0 as much as by chance, below 0 less. */
      readonly kappa: number;
      /** A 95 % interval; null where leaving one piece of evidence out leaves nothing to tell. */
      readonly interval: { readonly low: number; readonly high: number } | null;
      /** Skills scored by both, over all pieces of evidence. */
      readonly pairs: number;
      readonly evidence: number;
    }
  | {
      readonly kind: 'tooFew';
      readonly pairs: number;
      readonly evidence: number;
      readonly neededPairs: number;
      readonly neededEvidence: number;
    }
  /** Both gave one and the same level throughout: there is nothing to agree about. */
  | { readonly kind: 'noVariation'; readonly pairs: number; readonly evidence: number };

/** With fewer, the interval is as wide as the scale: at 20 pairs from five calls it spans about 0.7. */
const neededPairs = 20;
const neededEvidence = 5;

/**
 * How far two managers agree: Cohen's weighted kappa (1968) with quadratic weights,
 *
 *     κ = 1 − Σ (first − second)² / (expected by chance from each one's own levels)
 *
 * The interval leaves out one piece of evidence at a time (jackknife) on the scale of atanh κ and uses Student's t, because the
 * skills of one call are not independent of each other. On invented scorings it held the truth in 94 to 97 of 100
 * cases, from five calls with six skills up to forty with one.
 */
export function measureAgreement(scorings: readonly DoubleScoring[]): Agreement {
  const pieces = scorings.map(pairUp).filter((pairs) => pairs.length > 0);
  const counts = { pairs: pieces.flat().length, evidence: pieces.length };
  if (counts.pairs < neededPairs || counts.evidence < neededEvidence)
    return { kind: 'tooFew', ...counts, neededPairs, neededEvidence };
  const kappa = kappaOf(pieces.flat());
  if (kappa === null) return { kind: 'noVariation', ...counts };
  return { kind: 'measured', kappa, interval: jackknife(kappa, pieces), ...counts };
}

type Pair = readonly [first: number, second: number];

function pairUp({ first, second }: DoubleScoring): Pair[] {
  return [...first].flatMap(([skillId, level]) => {
    const other = second.get(skillId);
    return other === undefined ? [] : [[level, other] as const];
  });
}

/** Quadratic weights make the disagreement expected by chance n · (both variances + the squared distance of the means). */
function kappaOf(pairs: readonly Pair[]): number | null {
  const mean = (side: 0 | 1): number => pairs.reduce((sum, pair) => sum + pair[side], 0) / pairs.length;
  const [first, second] = [mean(0), mean(1)];
  const seen = pairs.reduce((sum, [one, other]) => sum + (one - other) ** 2, 0);
  const expected = pairs.reduce(
    (sum, [one, other]) => sum + (one - first) ** 2 + (other - second) ** 2 + (first - second) ** 2,
    0,
  );
  return expected === 0 ? null : 1 - seen / expected;
}

function jackknife(
  kappa: number,
  pieces: readonly (readonly Pair[])[],
): { low: number; high: number } | null {
  const count = pieces.length;
  const whole = Math.atanh(kappa);
  const parts = pieces.map((_piece, left) => {
    const without = kappaOf(pieces.filter((_other, index) => index !== left).flat());
    return without === null ? NaN : count * whole - (count - 1) * Math.atanh(without);
  });
  const mean = parts.reduce((sum, part) => sum + part, 0) / count;
  const variance = parts.reduce((sum, part) => sum + (part - mean) ** 2, 0) / (count - 1) / count;
  const half = studentQuantile(count - 1) * Math.sqrt(variance);
  return Number.isFinite(half) && half > 0
    ? { low: Math.tanh(whole - half), high: Math.tanh(whole + half) }
    : null;
}
