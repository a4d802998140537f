/** Something a person should know about a file, with the line to look at (1 is the header). */
export interface Problem {
  readonly line: number;
  /**
   * `file`: nothing could be read. `column`: a column was not understood and is ignored. `rejected`: this row is left out.
   * `superseded`: this row gave way to a later one with the same key.
   */
  readonly kind: 'file' | 'column' | 'rejected' | 'superseded';
  /** Names the column as the file calls it, and what to write instead. */
  readonly reason: string;
}

/** Always `rows = loaded + rejected + superseded`; blank lines and the header are not rows. */
export interface Counts {
  readonly rows: number;
  readonly loaded: number;
  readonly rejected: number;
  readonly superseded: number;
}

/** What was made of a file: the usable rows in the file's order, and everything that was wrong with it, by line. */
export interface Reading<Row> {
  readonly rows: readonly Row[];
  readonly problems: readonly Problem[];
  readonly counts: Counts;
}

/** The reading of a file from which nothing could be read. */
export function unreadable(reason: string): Reading<never> {
  return {
    rows: [],
    problems: [{ line: 1, kind: 'file', reason }],
    counts: { rows: 0, loaded: 0, rejected: 0, superseded: 0 },
  };
}
