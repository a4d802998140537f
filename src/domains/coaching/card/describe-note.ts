import type { CoachingNote, RubricRef } from '../../../contract/index.ts';
import { localDay } from '../../../kernel/local-day.ts';
import { listPassages } from '../notes/list-texts.ts';
import type { Action } from '../actions/types.ts';
import type { Addendum, Note } from '../notes/types.ts';
import type { PublishedRubric } from '../rubric/types.ts';
import { describeScores } from './describe-scores.ts';
import { followActions } from './follow-actions.ts';

export interface NoteReader {
  readonly viewerId: string;
  /** Stands above the rep today: may still write. */
  readonly mayWrite: boolean;
  readonly nameOf: (ownerId: string) => string;
  readonly timeZone: string;
  readonly rubricOf: (ref: RubricRef) => PublishedRubric | undefined;
}

/** A note in its reader's words. */
export function describeNote(
  note: Note,
  {
    addenda,
    actions,
  }: {
    readonly addenda: readonly Addendum[];
    /** Those of this note that are promised still. */
    readonly actions: readonly Action[];
  },
  reader: NoteReader,
): CoachingNote {
  const { viewerId, nameOf, timeZone } = reader;
  const isAuthor = note.authorId === viewerId;
  const isShared = note.state === 'shared';
  const mayEdit = isAuthor && reader.mayWrite && !isAnswered(note);
  const byName = (ownerId: string): string => (ownerId === viewerId ? 'You' : nameOf(ownerId));
  return {
    id: note.id,
    version: note.version,
    dateLabel: localDay(note.sharedAt ?? note.createdAt, timeZone),
    by: byName(note.authorId),
    state: note.state,
    summary: [
      note.content.topic === 'deal' ? 'Deal coaching' : 'Skill coaching',
      describeSharing(note, reader),
      ...(note.acknowledgement === null
        ? isShared && isAuthor
          ? [note.selfScoring ? `${nameOf(note.repId)} has scored themselves` : 'not answered yet']
          : []
        : [`${byName(note.repId)} ${saidBy[note.acknowledgement]}`]),
    ].join(' · '),
    passages: listPassages(note.content.text).flatMap(({ label, text }) =>
      text.trim() === '' ? [] : [{ label, text }],
    ),
    addenda: addenda.map(({ authorId, at, text }) => ({
      by: byName(authorId),
      dateLabel: localDay(at, timeZone),
      text,
    })),
    acknowledgement: note.acknowledgement,
    scores: describeScores(note, note.content.scoring && reader.rubricOf(note.content.scoring), reader),
    mayEdit,
    mayAcknowledge:
      viewerId === note.repId && (note.acknowledgement === null || note.acknowledgement === 'seen'),
    mayAdd: isShared && (viewerId === note.repId || (isAuthor && reader.mayWrite && isAnswered(note))),
    ...(mayEdit && isShared
      ? followActions(note.content, actions, timeZone)
      : { content: mayEdit ? note.content : null, closedPromises: [] }),
  };
}

function describeSharing(
  { state, authorId, repId, handedAt }: Note,
  { viewerId, nameOf, timeZone }: NoteReader,
): string {
  if (handedAt !== null) return `handed on to you by ${nameOf(repId)} on ${localDay(handedAt, timeZone)}`;
  if (state !== 'shared') return 'private to you';
  return authorId === viewerId ? `shared with ${nameOf(repId)}` : 'shared with you';
}
/** From here on its text and scores stand. */
const isAnswered = ({ acknowledgement, selfScoring }: Note): boolean =>
  acknowledgement !== null || selfScoring !== null;

const saidBy = { seen: 'has seen it', agreed: 'agreed', disagreed: 'disagreed' } as const;
