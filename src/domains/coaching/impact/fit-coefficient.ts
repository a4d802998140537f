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
  const leverages = rows.map((row, index) => dot(row, solved[index] ?? []));
  // A row that alone determines a coefficient has no residual, and says nothing about the spread.
  const weights = leverages.map((leverage, index) =>
    1 - leverage < 1e-9 ? 0 : (solved[index]?.[0] ?? 0) ** 2 / (1 - leverage),
  );
  const variance = dot(
    weights,
    residuals.map((residual) => residual ** 2),
  );
  if (variance <= 1e-18) return null;

  // The variance is a quadratic form in the errors, Σ weight · residual². Its mean and spread under equal errors give the
  // degrees of freedom. With H = X B X' for the projection, Σ Σ w w H² is the trace of (X'WX B)², which needs no row by row.
  const mean = dot(
    weights,
    leverages.map((leverage) => 1 - leverage),
  );
  const weighted = columns.map((column) => column.map((value, index) => value * (weights[index] ?? 0)));
  const moved = weighted.map((one) => {
    const line = columns.map((other) => dot(one, other));
    return inverse.map((column) => dot(line, column));
  });
  const trace = moved.reduce(
    (sum, line, row) => sum + line.reduce((part, value, at) => part + value * (moved[at]?.[row] ?? 0), 0),
    0,
  );
  const spread =
    dot(
      weights.map((weight) => weight ** 2),
      leverages.map((leverage) => 1 - 2 * leverage),
    ) + trace;
  const [estimate = 0] = coefficients;
  const half = studentQuantile(mean ** 2 / spread) * Math.sqrt(variance);
  return { estimate, low: estimate - half, high: estimate + half };
}

function dot(one: readonly number[], other: readonly number[]): number {
  let sum = 0;
  for (let index = 0; index < one.length; index += 1) sum += (one[index] ?? 0) * (other[index] ?? 0);
  return sum;
}
