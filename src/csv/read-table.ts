import { err, ok } from '../kernel/result.ts';
import type { Result } from '../kernel/result.ts';
import { findDelimiter } from './find-delimiter.ts';
import { readRecords } from './read-records.ts';

/** One row under the header: trimmed cells by column key, or why it cannot be told which cell is which. */
export interface TableRow {
  readonly line: number;
  readonly cells: Result<Readonly<Record<string, string>>, string>;
}

export interface Table {
  /** Columns by key, with the titles that the file gives them, in the file's order. */
  readonly titles: ReadonlyMap<string, string>;
  readonly rows: readonly TableRow[];
}

/** Reads a file with a header line; the failure says why nothing in it can be used. */
export function readTable(text: string): Result<Table, string> {
  const plain = text.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n');
  const headerLine = plain.trimStart().split('\n', 1)[0] ?? '';
  const [header, ...records] = readRecords(plain, findDelimiter(headerLine));
  if (!header?.fields) return err('The file is empty; its first line must name the columns');

  const titles = header.fields.map((title) => title.trim());
  const keys = titles.map(columnKey);
  const repeated = titles.find(
    (_title, index) => keys[index] !== '' && keys.indexOf(keys[index] ?? '') !== index,
  );
  if (repeated !== undefined)
    return err(`Two columns are called "${repeated}"; rename or remove one of them`);

  const rows = records
    .filter(({ fields }) => fields === null || fields.some((field) => field.trim() !== ''))
    .map(({ line, fields }) => ({ line, cells: toCells(keys, fields) }));
  return ok({ titles: new Map(keys.map((key, index) => [key, titles[index] ?? ''])), rows });
}

/** How columns are told apart: `Record ID`, `record id` and `record_id` are the same. */
export function columnKey(title: string): string {
  return title
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, '_');
}

function toCells(keys: readonly string[], fields: readonly string[] | null): TableRow['cells'] {
  if (fields === null)
    return err(
      'A quote is opened here and never closed; close it, or double a quote that belongs to the text',
    );
  if (fields.length !== keys.length) {
    return err(
      `This row has ${fields.length} fields and the header has ${keys.length}; put text that holds the delimiter in quotes`,
    );
  }
  return ok(Object.fromEntries(keys.map((key, index) => [key, fields[index]?.trim() ?? ''])));
}
