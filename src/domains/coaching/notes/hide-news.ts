import { findEndAbove, type Reports } from '../../quota/index.ts';
import type { PromisedAction } from '../actions/types.ts';
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

/**
 * Actions likewise, the one due first on top. Whoever has ceased to stand above the rep does not learn what was done since, nor
 * what HubSpot's people call it, put it off to or deleted: it is as their note, of `notes`, says it, and goes with the note.
 */
export function hideLater(
  promised: readonly PromisedAction[],
  notes: readonly Note[],
  readerId: string,
  reports: Reports,
): PromisedAction[] {
  return promised
    .flatMap(({ action, isDropped }) => {
      const isOwn = action.doerId === readerId;
      const until = isOwn ? null : endOfSight({ ...action, handedAt: null }, readerId, reports);
      if (until === null) return { action, isDropped };
      const note = notes.find(({ id }) => id === action.noteId);
      if (!note) return [];
      const isNews = action.doneAt === null || action.doneAt > until;
      const then = isNews ? { ...action, state: 'open' as const, doneAt: null } : action;
      const promise = note.content.promises.find(({ id }) => id === action.promiseId);
      // What is not in the note they took out themselves, in their time.
      if (!promise) return { action: then, isDropped };
      return { action: { ...then, text: promise.text, dueOn: promise.dueOn }, isDropped: false };
    })
    .toSorted(({ action: one }, { action: other }) => {
      const [left, right] = one.dueOn === other.dueOn ? [one.id, other.id] : [one.dueOn, other.dueOn];
      return left < right ? -1 : 1;
    });
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
