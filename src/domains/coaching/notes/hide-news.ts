import { managersAbove } from '../../quota/index.ts';
import type { Addendum, Note } from './types.ts';

/** Who reports to whom, and since when. */
export type Reports = ReadonlyMap<string, { readonly managerId: string | null; readonly since: Date }>;

/**
 * What an author may still learn of a note: all of it while they stand above the rep; afterwards what was there when they
 * ceased to. That moment is one of those at which somebody between the rep and the top got the manager of today; of those
 * after the note was shared the earliest counts, so that nothing newer is ever shown.
 */
export function hideNews(
  note: Note,
  addenda: readonly Addendum[],
  readerId: string,
  reports: Reports,
): { readonly note: Note; readonly addenda: readonly Addendum[] } {
  const until = readerId === note.repId ? null : endOfSight(note, readerId, reports);
  if (until === null) return { note, addenda };
  const isNews = note.acknowledgedAt !== null && note.acknowledgedAt > until;
  return {
    note: isNews ? { ...note, acknowledgement: null, acknowledgedAt: null } : note,
    addenda: addenda.filter(({ authorId, at }) => authorId === readerId || at <= until),
  };
}

function endOfSight({ repId, createdAt }: Note, authorId: string, reports: Reports): Date | null {
  const above = managersAbove(repId, { get: (each) => reports.get(each)?.managerId });
  if (above.has(authorId)) return null;
  const changes = [repId, ...above].flatMap((each) => reports.get(each)?.since ?? []);
  const later = changes.filter((since) => since > createdAt).sort((left, right) => +left - +right);
  return later[0] ?? createdAt;
}
