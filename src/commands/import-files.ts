import { readPeople, readQuotas, type Problem, type Reading } from '../csv/index.ts';
import type { QuotaService, UnmatchedLine } from '../domains/quota/index.ts';
import type { Portal } from '../kernel/portal.ts';

/** CSV texts as `docs/csv.md` describes them. */
export interface SetupFiles {
  readonly people: string | null;
  readonly quotas: string | null;
}

/** Takes people, then quotas, over into Sideline; people first, because quotas may name teams that the file made. */
export async function importFiles(
  quota: QuotaService,
  portal: Portal,
  files: SetupFiles,
  say: (line: string) => void,
): Promise<void> {
  if (files.people !== null) {
    const reading = readPeople(files.people);
    report('People', reading, await quota.importPeople(portal, reading.rows), say);
  }
  if (files.quotas !== null) {
    const reading = readQuotas(files.quotas);
    report('Quotas', reading, await quota.importQuotas(portal, reading.rows), say);
  }
}

function report(
  what: string,
  { counts, problems }: Pick<Reading<unknown>, 'counts' | 'problems'>,
  unmatched: readonly UnmatchedLine[],
  say: (line: string) => void,
): void {
  const taken = new Set(unmatched.map(({ line }) => line)).size;
  say(`✓ ${`${what} read`.padEnd(22)} ${counts.loaded - taken} of ${counts.rows} rows`);
  for (const { line, reason } of [...problems, ...unmatched].sort(byLine)) say(`    line ${line}: ${reason}`);
}

const byLine = (left: Pick<Problem, 'line'>, right: Pick<Problem, 'line'>): number => left.line - right.line;
