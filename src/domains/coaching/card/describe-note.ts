import type { CoachingNote, RubricRef } from '../../../contract/index.ts';
import { localDay } from '../../../kernel/local-day.ts';
import { listPassages } from '../notes/list-texts.ts';
import type { Action } from '../actions/types.ts';
import type { Addendum, Note } from '../notes/types.ts';
import type { PublishedRubric } from '../rubric/types.ts';
import { describeDue } from './describe-action.ts';
import { describeSharedPrivacy } from './describe-notices.ts';
import { describeScores } from './describe-scores.ts';
import { followActions } from './follow-actions.ts';

export interface NoteReader {
  readonly viewerId: string;
  /** Whose record it is now; null where nobody owns it. */
  readonly ownerId: string | null;
  /** Stands above the rep today: may still write. */
  readonly mayWrite: boolean;
  readonly nameOf: (ownerId: string) => string;
  readonly timeZone: string;
  /** The portal's day, `YYYY-MM-DD`. */
  readonly today: string;
  readonly rubricOf: (ref: RubricRef) => PublishedRubric | undefined;
  /** What whoever writes about a rep of this name has to know. */
  readonly noticesFor: (name: string) => Pick<CoachingNote, 'privacy' | 'actionNotice'>;
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
    rep: { ownerId: note.repId, name: byName(note.repId) },
    state: note.state,
    summary: [
      ...(note.repId === reader.ownerId
        ? []
        : [`About ${viewerId === note.repId ? 'you' : nameOf(note.repId)}`]),
      note.content.topic === 'deal' ? 'Deal coaching' : 'Skill coaching',
      describeSharing(note, reader),
      ...(note.acknowledgement === null
        ? isShared && isAuthor
          ? [note.selfScoring ? `${nameOf(note.repId)} has scored themselves` : 'not answered yet']
          : []
        : [`${byName(note.repId)} ${saidBy[note.acknowledgement]}`]),
    ].join(' · '),
    passages: [...listPassages(note.content.text), ...(isShared ? [] : listPlanned(note, reader))].flatMap(
      ({ label, text }) => (text.trim() === '' ? [] : [{ label, text }]),
    ),
    addenda: addenda.map(({ authorId, at, text }) => ({
      by: byName(authorId),
      dateLabel: localDay(at, timeZone),
      text,
    })),
    acknowledgement: note.acknowledgement,
    scores: describeScores(note, note.content.scoring && reader.rubricOf(note.content.scoring), reader),
    mayEdit,
    mayDiscard: isAuthor && !isShared,
    mayAcknowledge:
      viewerId === note.repId && (note.acknowledgement === null || note.acknowledgement === 'seen'),
    mayAdd: isShared && (viewerId === note.repId || (isAuthor && reader.mayWrite && isAnswered(note))),
    ...(mayEdit && isShared
      ? followActions(note.content, actions, timeZone)
      : { content: mayEdit ? note.content : null, closedPromises: [] }),
    ...(mayEdit ? reader.noticesFor(nameOf(note.repId)) : { privacy: null, actionNotice: null }),
    ...(mayEdit && isShared && { privacy: describeSharedPrivacy(nameOf(note.repId)) }),
  };
}

function describeSharing(
  { state, authorId, repId, handedAt }: Note,
  { viewerId, nameOf, timeZone }: NoteReader,
): string {
  if (handedAt !== null) return `handed on to you by ${nameOf(repId)} on ${localDay(handedAt, timeZone)}`;
  if (state === 'draft') return 'a draft, for you alone';
  if (state === 'private') return 'private to you';
  return authorId === viewerId ? `shared with ${nameOf(repId)}` : 'shared with you';
}

/** What is to be done, which is an action of its own only once the note is shared. */
function listPlanned(
  { content: { promises }, repId }: Note,
  { nameOf, today }: NoteReader,
): Pick<CoachingNote['passages'][number], 'label' | 'text'>[] {
  const lines = promises
    .filter(({ text }) => text.trim() !== '')
    .map(
      ({ text, doer, dueOn }) =>
        `${doer === 'rep' ? nameOf(repId) : 'You'}: ${text}, ${describeDue(dueOn, today)}`,
    );
  return [{ label: 'Actions', text: lines.join('\n') }];
}

/** From here on its text and scores stand. */
const isAnswered = ({ acknowledgement, selfScoring }: Note): boolean =>
  acknowledgement !== null || selfScoring !== null;

const saidBy = { seen: 'has seen it', agreed: 'agreed', disagreed: 'disagreed' } as const;
