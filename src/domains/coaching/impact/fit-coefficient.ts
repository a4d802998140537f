import { invertMatrix } from './invert-matrix.ts';
import { studentQuantile } from '../../../kernel/student-quantile.ts';

export interface Coefficient {
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
}

/**
 * The coefficient of the first column by least squares, with its 95 % interval; null where the columns do not determine it or
 * nothing varies.
 *
 * The interval's variance is HC2 (MacKinnon and White 1985), which lets the spread differ from row to row, as it does
 * where coaching helps some more than others; its degrees of freedom are Bell and McCaffrey's (2002), which keep the 95 % where rows are few.
 */
export function fitCoefficient(
  columns: readonly (readonly number[])[],
  results: readonly number[],
): Coefficient | null {
  const inverse = invertMatrix(columns.map((one) => columns.map((other) => dot(one, other))));
  const [first] = inverse ?? [];
  if (inverse === null || first === undefined) return null;

  const rows = results.map((_result, index) => columns.map((column) => column[index] ?? 0));
  const solved = rows.map((row) => inverse.map((line) => dot(line, row)));
  const moments = columns.map((column) => dot(column, results));
  const coefficients = inverse.map((line) => dot(line, moments));
  const residuals = rows.map((row, index) => (results[index] ?? 0) - dot(row, coefficients));
  // A row that alone determines a coefficient has no residual, and says nothing about the spread.
  const weights = rows.map((row, index) => {
    const left = 1 - dot(row, solved[index] ?? []);
    return left < 1e-9 ? 0 : (solved[index]?.[0] ?? 0) ** 2 / left;
  });
  const variance = dot(
    weights,
    residuals.map((residual) => residual ** 2),
  );
  if (variance <= 1e-18) return null;

  // The variance is a quadratic form in the errors; its mean and spread under equal errors give the degrees of freedom.
  let mean = 0;
  let spread = 0;
  for (const [one, row] of rows.entries())
    for (let other = 0; other <= one; other += 1) {
      const product = (weights[one] ?? 0) * (weights[other] ?? 0);
      const part = dot(row, solved[other] ?? []);
      if (one === other) mean += (weights[one] ?? 0) * (1 - part);
      spread += one === other ? product * (1 - part) ** 2 : 2 * product * part ** 2;
    }
  const [estimate = 0] = coefficients;
  const half = studentQuantile(mean ** 2 / spread) * Math.sqrt(variance);
  return { estimate, low: estimate - half, high: estimate + half };
}

function dot(one: readonly number[], other: readonly number[]): number {
  let sum = 0;
  for (let index = 0; index < one.length; index += 1) sum += (one[index] ?? 0) * (other[index] ?? 0);
  return sum;
}
