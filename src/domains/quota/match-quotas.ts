import { parseMoney } from '../../kernel/money.ts';
import { periodAt, startOfLocalDate, type FiscalCalendar, type PeriodKind } from '../../kernel/period.ts';
import { err, ok, type Result } from '../../kernel/result.ts';
import { isBeyondQuotas } from './is-beyond-quotas.ts';
import { keyOfQuota } from './key-of-quota.ts';
import { fold, ownerFinder, type KnownOwner, type KnownTeam, type UnmatchedLine } from './match-people.ts';
import type { StoredQuota } from './store.ts';

/** A row of a quota file: for an owner or for a team. */
export interface QuotaLine {
  readonly line: number;
  readonly owner: string | null;
  readonly team: string | null;
  /** Its label or id; null for every pipeline. */
  readonly pipeline: string | null;
  /** The first day of the period. */
  readonly periodStart: string;
  readonly period: PeriodKind;
  readonly amount: string;
  /** Null for the company's own. */
  readonly currency: string | null;
}

export interface KnownPortal {
  readonly owners: readonly KnownOwner[];
  readonly teams: readonly KnownTeam[];
  readonly pipelines: readonly { readonly id: string; readonly label: string }[];
  readonly calendar: FiscalCalendar;
  readonly companyCurrency: string;
}

/**
 * Turns the rows of a quota file into quotas of the portal's own people, teams, pipelines and periods. A row that names
 * something the portal does not have, or a first day on which no such period begins, is reported and left out.
 */
export function matchQuotas(
  lines: readonly QuotaLine[],
  portal: KnownPortal,
): {
  readonly quotas: readonly StoredQuota[];
  /** The line that each quota stands on, in the same order. */
  readonly lines: readonly number[];
  readonly unmatched: readonly UnmatchedLine[];
} {
  const findOwner = ownerFinder(portal.owners);
  const teamIds = new Map(portal.teams.map((team) => [fold(team.name), team.id]));
  const pipelineIds = new Map(
    portal.pipelines.flatMap(({ id, label }) => [
      [fold(label), id],
      [fold(id), id],
    ]),
  );
  const unmatched: UnmatchedLine[] = [];

  const findSubject = ({ owner, team }: QuotaLine): Result<string, string> => {
    if (owner !== null) {
      const found = findOwner(owner);
      return found.ok ? ok(found.value.id) : err(`owner: ${found.failure} called ${owner}`);
    }
    const teamId = teamIds.get(fold(team ?? ''));
    return teamId === undefined ? err(`team: the portal has no team ${team}`) : ok(teamId);
  };

  const match = (row: QuotaLine): Result<StoredQuota, string> => {
    const subject = findSubject(row);
    if (!subject.ok) return subject;
    const pipelineId = row.pipeline === null ? null : pipelineIds.get(fold(row.pipeline));
    if (pipelineId === undefined) return err(`pipeline: HubSpot has no pipeline ${row.pipeline}`);
    const { calendar, companyCurrency } = portal;
    if ((row.currency ?? companyCurrency) !== companyCurrency) {
      return err(`currency: a quota is stated in the company currency, ${companyCurrency}`);
    }
    if (!/^(19|20)\d\d-/.test(row.periodStart))
      return err(`period_start: ${row.periodStart} is no day of a quota; write one from 1900 to 2099`);
    if (isBeyondQuotas(row.amount, companyCurrency))
      return err(`amount: ${row.amount} is more than a quota can be; check the decimals`);
    const start = startOfLocalDate(row.periodStart, calendar.timeZone);
    const period = periodAt(calendar, row.period, start);
    if (period.start.getTime() !== start.getTime()) {
      return err(`period_start: no ${row.period} of your fiscal year begins on ${row.periodStart}`);
    }
    const amount = parseMoney(row.amount, companyCurrency);
    if (amount === null) return err('amount: is empty');
    return ok({
      subjectKind: row.owner === null ? 'team' : 'rep',
      subjectId: subject.value,
      pipelineIds: pipelineId === null ? null : [pipelineId],
      periodKey: period.key,
      source: 'imported',
      amountMinor: amount.minor,
    });
  };

  const taken = new Map<string, { readonly line: number; readonly quota: StoredQuota }>();
  for (const row of lines) {
    const matched = match(row);
    if (!matched.ok) {
      unmatched.push({ line: row.line, reason: matched.failure });
      continue;
    }
    const key = keyOfQuota(matched.value);
    const earlier = taken.get(key);
    if (earlier) {
      unmatched.push({
        line: earlier.line,
        reason: `gives way to line ${row.line}, which is for the same person and period`,
      });
    }
    taken.set(key, { line: row.line, quota: matched.value });
  }
  const matched = [...taken.values()];
  return { quotas: matched.map(({ quota }) => quota), lines: matched.map(({ line }) => line), unmatched };
}
