import type * as z from 'zod';
import { unreadable } from './reading.ts';
import type { Reading } from './reading.ts';
import { readRows } from './read-rows.ts';
import type { Lined } from './read-rows.ts';
import { readTable } from './read-table.ts';

interface FixedFile<Row> {
  readonly required: readonly string[];
  readonly optional: readonly string[];
  readonly schema: z.ZodType<Row>;
  readonly keyOf: ((row: Row) => string) | null;
}

/** Reads a file whose columns are all known by name and are the fields of the schema. */
export function readFixedFile<Row extends object>(text: string, file: FixedFile<Row>): Reading<Lined<Row>> {
  const table = readTable(text);
  if (!table.ok) return unreadable(table.failure);
  const columns = [...file.required, ...file.optional];
  const { titles } = table.value;
  return readRows(table.value, {
    ...file,
    known: columns,
    fields: columns,
    titleOf: (field) => titles.get(field) ?? field,
  });
}
