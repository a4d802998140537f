import { findEndAbove, type Reports } from '../../quota/index.ts';
import type { Action } from '../actions/types.ts';
import type { Addendum, Note } from './types.ts';

/**
 * What a reader may learn of a note. Its rep learns all of it. Its author does while they stand above the rep; afterwards
 * what was there when they ceased to. Somebody to whom the rep handed it on learns what was there when they did.
 */
export function hideNews(
  note: Note,
  addenda: readonly Addendum[],
  readerId: string,
  reports: Reports,
): { readonly note: Note; readonly addenda: readonly Addendum[] } {
  const until = endOfSight(note, readerId, reports);
  if (until === null) return { note, addenda };
  const isNews = (at: Date | undefined | null) => at != null && at > until;
  return {
    note: {
      ...note,
      ...(isNews(note.acknowledgedAt) && { acknowledgement: null, acknowledgedAt: null }),
      ...(isNews(note.selfScoring?.at) && { selfScoring: null }),
    },
    addenda: addenda.filter(({ authorId, at }) => authorId === readerId || at <= until),
  };
}

/** An action likewise: whoever has ceased to stand above the rep does not learn that it was done since. */
export function hideDone(action: Action, readerId: string, reports: Reports): Action {
  if (action.doerId === readerId) return action;
  const until = endOfSight({ ...action, handedAt: null }, readerId, reports);
  const isNews = until !== null && action.doneAt !== null && action.doneAt > until;
  return isNews ? { ...action, state: 'open', doneAt: null } : action;
}

type Written = Pick<Note, 'authorId' | 'repId' | 'createdAt' | 'handedAt'>;

/** Null for a reader who learns everything. */
function endOfSight(
  { repId, authorId, createdAt, handedAt }: Written,
  readerId: string,
  reports: Reports,
): Date | null {
  if (readerId === repId) return null;
  if (readerId !== authorId) return handedAt ?? createdAt;
  return findEndAbove(authorId, repId, createdAt, reports);
}
