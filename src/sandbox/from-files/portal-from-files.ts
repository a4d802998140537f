import type { DealRow } from '../../csv/index.ts';
import type { PortalSeed } from '../seed.ts';
import { gatherLives } from './gather-lives.ts';
import { numberDeals } from './make-ids.ts';
import { makePipelines } from './make-pipelines.ts';
import { makeUsers } from './make-users.ts';
import type { Mention } from './make-users.ts';
import { lastInstant, readFiles } from './read-files.ts';
import type { FileReadings, FileTexts } from './read-files.ts';
import { reportOf } from './report.ts';
import type { FilesReport } from './report.ts';
import { tellLife } from './tell-life.ts';

export interface FilesPortalOptions extends FileTexts {
  /** The business date: the portal is made as it was known then. Null for the last date in the files. */
  readonly today: Date | null;
  readonly timeZone: string;
  /** Null for the currency that most deals are in, or EUR when none says. */
  readonly companyCurrency?: string | null;
}

/** Makes a portal from CSV files, as docs/csv.md describes them, and reports what was not used and why. */
export function portalFromFiles({
  today: wantedToday,
  timeZone,
  companyCurrency = null,
  ...texts
}: FilesPortalOptions): {
  readonly seed: PortalSeed;
  readonly report: FilesReport;
} {
  const readings = readFiles(texts, timeZone);
  const today = wantedToday ?? lastInstant(readings) ?? new Date(0);
  const rows = readings.deals.rows.filter(({ createdAt }) => createdAt <= today);
  // Labels of deals and moves that are still to come count too: the pipeline was there already.
  const lives = gatherLives(readings.deals.rows, readings.stages?.rows ?? []);
  const pipelines = makePipelines(lives);
  const since = new Date(
    rows.reduce((earliest, { createdAt }) => Math.min(earliest, createdAt.getTime()), today.getTime()),
  );
  const { users, teams, ownerIdOf } = makeUsers(readings.people?.rows ?? [], listMentions(readings), {
    today,
    since,
  });
  const idOf = numberDeals(readings.deals.rows.map(({ id }) => id));
  const currency = companyCurrency ?? commonestCurrency(rows) ?? 'EUR';
  const otherCurrencies = [...new Set(rows.map((row) => row.currency ?? currency))].filter(
    (code) => code !== currency,
  );

  const deals = lives.flatMap((life) => {
    const pipeline = pipelines.get(life.pipeline);
    if (life.row.createdAt > today || pipeline === undefined) return [];
    const ownerId = life.row.owner === null ? null : ownerIdOf(life.row.owner);
    return [tellLife(life, { id: idOf(life.row.id), pipeline, ownerId, today })];
  });
  const seed: PortalSeed = {
    account: {
      portalId: 10_000_001,
      name: 'Your deals',
      timeZone,
      companyCurrency: currency,
      additionalCurrencies: otherCurrencies,
    },
    exchangeRates: otherCurrencies.map((from) => ({
      from,
      to: currency,
      rate: '1',
      effectiveAt: since.toISOString(),
    })),
    teams,
    users,
    pipelines: [...pipelines.values()].map(({ pipeline }) => pipeline),
    deals,
    goals: [],
    setup: { peopleCsv: texts.people ?? null, quotasCsv: texts.quotas ?? null },
  };
  return { seed, report: reportOf(readings, { today, otherCurrencies, currency }) };
}

/** Everybody named as an owner, with the team of their latest deal; then those who only have a quota. */
function listMentions({ deals, quotas }: FileReadings): Mention[] {
  const teams = new Map<string, string | null>();
  const byAge = deals.rows.toSorted((one, other) => one.createdAt.getTime() - other.createdAt.getTime());
  for (const { owner, team } of byAge) if (owner !== null) teams.set(owner, team ?? teams.get(owner) ?? null);
  for (const { owner } of quotas?.rows ?? []) if (owner !== null && !teams.has(owner)) teams.set(owner, null);
  return [...teams].map(([label, team]) => ({ label, team }));
}

function commonestCurrency(rows: readonly DealRow[]): string | null {
  const counts = Map.groupBy(
    rows.filter(({ currency }) => currency !== null),
    ({ currency }) => currency,
  );
  const [commonest] = [...counts].sort(([, one], [, other]) => other.length - one.length);
  return commonest?.[0] ?? null;
}
