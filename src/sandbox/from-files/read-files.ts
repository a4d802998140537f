import { readDeals, readPeople, readQuotas, readStages } from '../../csv/index.ts';
import type { DealRow, PersonRow, QuotaRow, Reading, StageRow } from '../../csv/index.ts';

/** The texts of the files somebody brings; only deals are needed. */
export interface FileTexts {
  readonly deals: string;
  readonly stages?: string | null;
  readonly quotas?: string | null;
  readonly people?: string | null;
}

/** The same files read. */
export interface FileReadings {
  readonly deals: Reading<DealRow>;
  readonly stages: Reading<StageRow> | null;
  readonly quotas: Reading<QuotaRow> | null;
  readonly people: Reading<PersonRow> | null;
}

/** Reads each file that was given; times are in the zone. */
export function readFiles({ deals, stages, quotas, people }: FileTexts, timeZone: string): FileReadings {
  return {
    deals: readDeals(deals, { timeZone }),
    stages: stages == null ? null : readStages(stages, { timeZone }),
    quotas: quotas == null ? null : readQuotas(quotas),
    people: people == null ? null : readPeople(people),
  };
}

/** The last instant at which something happened by the files: their business date when nobody names another. */
export function lastInstant({ deals, stages }: Pick<FileReadings, 'deals' | 'stages'>): Date | null {
  const instants = [
    ...deals.rows.flatMap(({ createdAt, closedAt }) =>
      closedAt === null ? [createdAt] : [createdAt, closedAt],
    ),
    ...(stages?.rows ?? []).map(({ enteredAt }) => enteredAt),
  ].map((instant) => instant.getTime());
  return instants.length === 0
    ? null
    : new Date(instants.reduce((latest, instant) => Math.max(latest, instant)));
}
