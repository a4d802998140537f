import type { Action } from '../actions/types.ts';
import type { Line } from '../lines/store.ts';
import type { CoachingRequest } from '../requests/store.ts';
import type { Addendum, Note } from '../notes/types.ts';

/** What goes into a person's copy; addenda by note. */
export interface CopyContents {
  readonly madeAt: Date;
  readonly portalId: number;
  readonly ownerId: string;
  readonly nameOf: (ownerId: string) => string;
  readonly notes: readonly { readonly note: Note; readonly addenda: readonly Addendum[] }[];
  readonly actions: readonly Action[];
  readonly lines: readonly Line[];
  readonly requests: readonly CoachingRequest[];
  /** Rows without text: when, with whom, how it stands. */
  readonly held: object;
}

/** The copy as a text, people named as HubSpot names them. */
export function composeFile(contents: CopyContents): string {
  const { madeAt, portalId, ownerId, nameOf, notes, actions, lines, requests, held } = contents;
  return JSON.stringify(
    {
      madeAt,
      portalId,
      ownerId,
      name: nameOf(ownerId),
      notes: notes.map(({ note, addenda }) => ({
        by: nameOf(note.authorId),
        about: nameOf(note.repId),
        record: note.record,
        state: note.state,
        createdAt: note.createdAt,
        editedAt: note.editedAt,
        sharedAt: note.sharedAt,
        content: note.content,
        acknowledgement: note.acknowledgement,
        acknowledgedAt: note.acknowledgedAt,
        addenda: addenda.map(({ authorId, at, text }) => ({ by: nameOf(authorId), at, text })),
      })),
      actions: actions.map(({ doerId, text, dueOn, state, doneAt, record }) => ({
        promisedBy: nameOf(doerId),
        text,
        dueOn,
        state,
        doneAt,
        record,
      })),
      lines: lines.map(({ text, at, record }) => ({ text, at, record })),
      requests: requests.map(({ reason, at, record, takenUpOn }) => ({ reason, at, record, takenUpOn })),
      held,
    },
    null,
    2,
  );
}
