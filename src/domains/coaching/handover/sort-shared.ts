import { managersAbove } from '../../quota/index.ts';
import type { Reports } from '../../quota/index.ts';
import type { SharedNote } from './store.ts';

/** What a rep may hand on to their manager of today. */
export interface Handable {
  readonly managerId: string;
  /** Notes of former managers that the manager cannot read, or in which something was said since they could. */
  readonly closed: readonly SharedNote[];
  /** Those that the manager can read. */
  readonly open: readonly SharedNote[];
}

/**
 * Tells what was shared by somebody who stands above the rep no more, and what of it the present manager reads already.
 * Null for a rep without a manager.
 */
export function sortShared(shared: readonly SharedNote[], repId: string, reports: Reports): Handable | null {
  const manager = reports.get(repId);
  if (manager?.managerId == null) return null;
  const { managerId, since } = manager;
  const above = managersAbove(repId, { get: (each) => reports.get(each)?.managerId });
  const former = shared.filter(({ authorId }) => !above.has(authorId));
  const isOpen = ({ handed }: SharedNote) =>
    handed !== null && handed.managerId === managerId && handed.at >= since;
  return {
    managerId,
    closed: former.filter((note) => !isOpen(note) || (note.handed !== null && note.newsAt > note.handed.at)),
    open: former.filter(isOpen),
  };
}
