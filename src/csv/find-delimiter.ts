const DELIMITERS = [',', ';', '\t'] as const;

/** The delimiter that divides the header line most often outside quotes: spreadsheets in much of Europe write semicolons. */
export function findDelimiter(headerLine: string): string {
  const unquoted = headerLine.replaceAll(/"[^"]*"/g, '');
  const counts = DELIMITERS.map((delimiter) => unquoted.split(delimiter).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ',';
}
