import { CsvError, parse } from 'csv-parse/sync';

/** One record of a file: its fields, or null where a quote is opened and never closed. */
export interface CsvRecord {
  readonly line: number;
  readonly fields: readonly string[] | null;
}

/**
 * Splits text with `\n` line ends into records, each with the line it starts on; blank lines are skipped. A quote that
 * is never closed would swallow the lines after it, so its line is given up alone and the lines after it are read again.
 */
export function readRecords(text: string, delimiter: string, firstLine = 1): CsvRecord[] {
  const lines = text.split('\n');
  const records: CsvRecord[] = [];
  let next = 0;
  const giveUpLineAndReadOn = (end: number): void => {
    const rest = lines.slice(next + 1, end).join('\n');
    records.push(
      { line: firstLine + next, fields: null },
      ...readRecords(rest, delimiter, firstLine + next + 1),
    );
  };
  const take = (fields: string[], { lines: end }: { readonly lines: number }): null => {
    while (lines[next]?.trim() === '') next += 1;
    const block = lines.slice(next, end);
    if (block.length > 1 && !isWellQuoted(block.join('\n'), delimiter)) giveUpLineAndReadOn(end);
    else records.push({ line: firstLine + next, fields });
    next = end;
    return null;
  };

  try {
    // Quotes inside a field, as in 5" pipe, are taken as they stand.
    parse(text, {
      delimiter,
      relax_quotes: true,
      relax_column_count: true,
      skip_empty_lines: true,
      on_record: take,
    });
  } catch (error) {
    if (!(error instanceof CsvError) || error.code !== 'CSV_QUOTE_NOT_CLOSED') throw error;
    while (lines[next]?.trim() === '') next += 1;
    giveUpLineAndReadOn(lines.length);
  }
  return records;
}

/** Whether a record over several lines obeys the rules of quoting: when it does not, two rows have run together. */
function isWellQuoted(block: string, delimiter: string): boolean {
  try {
    parse(block, { delimiter, relax_column_count: true });
    return true;
  } catch (error) {
    if (error instanceof CsvError) return false;
    throw error;
  }
}
