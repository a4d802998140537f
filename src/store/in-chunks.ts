/** PostgreSQL counts a statement's parameters in 16 bits; our widest row takes two dozen. */
const ROWS_A_STATEMENT = 1_000;

/** Hands rows on, in order, in parts that one statement has room for; not at all when there are none. */
export async function inChunks<Row>(
  rows: readonly Row[],
  use: (part: readonly Row[]) => Promise<unknown>,
): Promise<void> {
  for (let start = 0; start < rows.length; start += ROWS_A_STATEMENT) {
    await use(rows.slice(start, start + ROWS_A_STATEMENT));
  }
}
