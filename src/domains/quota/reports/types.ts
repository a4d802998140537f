/** Whom somebody reported to until when; null for nobody, or for somebody who was erased. */
export interface FormerManager {
  readonly managerId: string | null;
  readonly until: Date;
}

/** Whom somebody reports to, since when, and whom before; the earliest first. */
export interface Report {
  readonly managerId: string | null;
  readonly since: Date;
  readonly former: readonly FormerManager[];
}

/** Who reports to whom, and did. */
export type Reports = ReadonlyMap<string, Report>;
