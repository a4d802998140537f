/** The inverse of a symmetric matrix by Gauss and Jordan with the largest pivot first; null where it is singular. */
export function invertMatrix(matrix: readonly (readonly number[])[]): number[][] | null {
  const size = matrix.length;
  const rows = matrix.map((row, index) => [...row, ...row.map((_value, column) => +(column === index))]);
  const largest = Math.max(...matrix.flat().map(Math.abs));
  for (let step = 0; step < size; step += 1) {
    const pivotAt = rows.reduce(
      (best, row, index) =>
        index > step && Math.abs(row[step] ?? 0) > Math.abs(rows[best]?.[step] ?? 0) ? index : best,
      step,
    );
    const [pivotRow, stepRow] = [rows[pivotAt], rows[step]];
    const pivot = pivotRow?.[step] ?? 0;
    if (pivotRow === undefined || stepRow === undefined || Math.abs(pivot) <= 1e-10 * largest) return null;
    rows[pivotAt] = stepRow;
    const scaled = (rows[step] = pivotRow.map((value) => value / pivot));
    for (const [index, row] of rows.entries()) {
      const factor = row[step] ?? 0;
      if (index !== step && factor !== 0)
        rows[index] = row.map((value, column) => value - factor * (scaled[column] ?? 0));
    }
  }
  return rows.map((row) => row.slice(size));
}
