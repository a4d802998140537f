import type { FileReport, FilesReport } from './from-files/report.ts';

/** More than these are counted, not listed: a file with one wrong column has as many problems as rows. */
const LISTED = 10;

/** What became of the user's files, in lines for the terminal. The counts of each file add up. */
export function describeFiles(report: FilesReport): string[] {
  const { deals, stages, createdLater, closedLater, stagesWithoutDeal, notes } = report;
  return [
    ...describeFile('deals', deals),
    ...(stages ? describeFile('stages', stages) : []),
    ...(createdLater > 0 ? [`  ${createdLater} deals are created after the business date and left out`] : []),
    ...(closedLater > 0 ? [`  ${closedLater} deals close after the business date and are shown open`] : []),
    ...(stagesWithoutDeal > 0
      ? [`  ${stagesWithoutDeal} stage rows name a deal that is not in the deals file`]
      : []),
    ...notes.map((note) => `  ${note}`),
    `  business date: ${report.today.toISOString().slice(0, 10)}`,
  ];
}

function describeFile(what: string, { counts, problems }: FileReport): string[] {
  const { rows, loaded, rejected, superseded } = counts;
  const more = problems.length - LISTED;
  return [
    `✓ ${`${what} file`.padEnd(22)} ${rows} rows: ${loaded} loaded, ${rejected} rejected, ${superseded} superseded`,
    ...problems.slice(0, LISTED).map(({ line, reason }) => `    line ${line}: ${reason}`),
    ...(more > 0 ? [`    … and ${more} more`] : []),
  ];
}
