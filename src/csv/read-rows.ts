import type * as z from 'zod';
import { err, ok } from '../kernel/result.ts';
import type { Result } from '../kernel/result.ts';
import { unreadable } from './reading.ts';
import type { Problem, Reading } from './reading.ts';
import type { Table } from './read-table.ts';

export type Cells = Readonly<Record<string, string>>;

/** A row with the line it starts on. */
export type Lined<Row> = Row & { readonly line: number };

/** How the rows of one kind of file are read. */
export interface RowForm<Row> {
  /** Keys of the columns that the file must have. */
  readonly required: readonly string[];
  /** Keys of all columns that are understood, or null when every column is. */
  readonly known: readonly string[] | null;
  /** Brings the cells of a row into the fields of the schema. */
  readonly arrange?: (cells: Cells) => Result<Cells, string>;
  /** Fields for which there is no column are given as empty text. */
  readonly fields: readonly string[];
  readonly schema: z.ZodType<Row>;
  /** What the file calls a field of the schema. */
  readonly titleOf: (field: string) => string;
  /** What tells rows apart, in words, or null where rows may repeat. */
  readonly keyOf: ((row: Row) => string) | null;
}

/** Reads a table's rows, reports each that cannot be used, and keeps the last of those with the same key. */
export function readRows<Row extends object>(table: Table, form: RowForm<Row>): Reading<Lined<Row>> {
  const missing = form.required.filter((column) => !table.titles.has(column));
  if (missing.length > 0)
    return unreadable(`The header lacks ${missing.map(form.titleOf).join(', ')}; add what is missing`);

  const problems: Problem[] = ignoredColumns(table, form);
  const read: Lined<Row>[] = [];
  for (const { line, cells } of table.rows) {
    const row = cells.ok ? readRow(cells.value, form) : cells;
    if (row.ok) read.push({ ...row.value, line });
    else problems.push({ line, kind: 'rejected', reason: row.failure });
  }
  const { rows, superseded } = keepLast(read, form.keyOf);
  problems.push(...superseded);
  return {
    rows,
    problems: problems.sort((one, other) => one.line - other.line),
    counts: {
      rows: table.rows.length,
      loaded: rows.length,
      rejected: table.rows.length - read.length,
      superseded: superseded.length,
    },
  };
}

function readRow<Row>(cells: Cells, form: RowForm<Row>): Result<Row, string> {
  const arranged = form.arrange?.(cells) ?? ok(cells);
  if (!arranged.ok) return arranged;
  const blank = Object.fromEntries(form.fields.map((field) => [field, '']));
  const parsed = form.schema.safeParse({ ...blank, ...arranged.value });
  if (parsed.success) return ok(parsed.data);
  const reasons = parsed.error.issues.map(({ path, message }) =>
    describeFault(form.titleOf(String(path[0])), message),
  );
  return err(reasons.join('; '));
}

/** `Amount: "x" is no amount …` or `Close Date is empty …`. */
const describeFault = (title: string, message: string): string =>
  message.startsWith('"') ? `${title}: ${message}` : `${title} ${message}`;

function ignoredColumns({ titles }: Table, { known }: Pick<RowForm<never>, 'known'>): Problem[] {
  if (known === null) return [];
  return [...titles]
    .filter(([key]) => key !== '' && !known.includes(key))
    .map(([, title]) => ({
      line: 1,
      kind: 'column',
      reason: `"${title}" is no column of this file and is ignored; it may have ${known.join(', ')}`,
    }));
}

function keepLast<Row>(
  read: readonly Lined<Row>[],
  keyOf: RowForm<Row>['keyOf'],
): { rows: Lined<Row>[]; superseded: Problem[] } {
  if (keyOf === null) return { rows: [...read], superseded: [] };
  const lastLine = new Map(read.map((row) => [keyOf(row), row.line]));
  const isLast = (row: Lined<Row>): boolean => lastLine.get(keyOf(row)) === row.line;
  return {
    rows: read.filter(isLast),
    superseded: read
      .filter((row) => !isLast(row))
      .map((row) => ({
        line: row.line,
        kind: 'superseded',
        reason: `${keyOf(row)} comes again on line ${lastLine.get(keyOf(row))}; the last one counts, remove the others`,
      })),
  };
}
