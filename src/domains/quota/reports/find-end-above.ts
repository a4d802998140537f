import { managersAbove } from '../managers-above.ts';
import type { Report, Reports } from './types.ts';

/**
 * When somebody who stood above a person at one moment ceased to: because the person's manager became another one, or that of
 * anybody between the two. Null where they stand above them today, also if they did not in between; the moment asked about
 * where nothing tells that they did then.
 */
export function findEndAbove(managerId: string, ownerId: string, at: Date, reports: Reports): Date | null {
  const today = managersAbove(ownerId, { get: (each) => reports.get(each)?.managerId });
  if (today.has(managerId)) return null;
  for (let moment = at; ;) {
    const above = managersAbove(ownerId, { get: (each) => managerAt(reports.get(each), moment) });
    if (!above.has(managerId)) return moment;
    const ends = [ownerId, ...above].flatMap((each) => endOfManager(reports.get(each), moment) ?? []);
    moment = ends.reduce((first, end) => (end < first ? end : first));
  }
}

const stoodAt = (report: Report | undefined, moment: Date) =>
  report?.former.find(({ until }) => until > moment);

/** Whoever was first known to be the manager counts from the beginning. */
const managerAt = (report: Report | undefined, moment: Date): string | null =>
  (stoodAt(report, moment) ?? report)?.managerId ?? null;

const endOfManager = (report: Report | undefined, moment: Date): Date | null =>
  stoodAt(report, moment)?.until ?? null;
