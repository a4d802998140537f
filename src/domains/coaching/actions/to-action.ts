import type { Selectable } from 'kysely';
import type { NoteContent, RecordType } from '../../../contract/index.ts';
import type { TextSealer } from '../../../install/index.ts';
import type { Tables } from '../../../store/index.ts';
import type { Action } from './types.ts';

/** What the text of an action is sealed for: a row of another note opens nothing. */
export const purposeOfAction = (portalId: number, noteId: string): string =>
  `portal:${portalId}:action of ${noteId}`;

/** A row as the action that it holds, opened. */
export function toAction(row: Selectable<Tables['coaching_action']>, sealer: TextSealer): Action {
  return {
    id: row.id,
    noteId: row.note_id,
    promiseId: row.promise_id,
    authorId: row.author_id,
    repId: row.rep_id,
    doerId: row.doer_id,
    record: { type: row.record_type as RecordType, id: row.record_id },
    topic: row.topic as NoteContent['topic'],
    text: sealer.open(row.sealed_text, purposeOfAction(row.portal_id, row.note_id)),
    dueOn: row.due_on,
    state: row.state as Action['state'],
    doneAt: row.done_at,
    createdAt: row.created_at,
  };
}
