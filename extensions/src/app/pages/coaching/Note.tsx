// Generated from extensions/src/app/cards/coaching/Note.tsx by `npm run generate`: edit it there.
import { Flex, Text, Tile } from '@hubspot/ui-extensions';
import type { CoachingCardView, CoachingNote } from '../contract/index.ts';
import { Acknowledge } from './Acknowledge.tsx';
import { AddTo } from './AddTo.tsx';
import { Passage } from './Passage.tsx';
import { Scores } from './scores/Scores.tsx';
import { Discard } from './writing/Discard.tsx';
import { toOneText } from './writing/change-form.ts';
import { EditNote } from './writing/EditNote.tsx';
import { LeftEdit } from './writing/LeftEdit.tsx';

interface NoteProps {
  view: CoachingCardView;
  note: CoachingNote;
}

const whatIs = { draft: 'note that you have begun', private: 'private note', shared: 'note' } as const;

/** One note: what was said, what was added, and what the viewer can do about it. */
export function Note({ view, note }: NoteProps) {
  const { dateLabel, by, summary, passages, scores, addenda, mayDiscard, mayAdd, mayAcknowledge, content } =
    note;
  const edit = view.drafts.edits.find(({ noteId }) => noteId === note.id) ?? null;
  return (
    <Tile compact>
      <Flex direction="column" gap="sm">
        <Flex justify="between" align="start" gap="sm" wrap>
          <Flex direction="column" gap="flush">
            <Text format={{ fontWeight: 'demibold' }}>{`${dateLabel} · ${by}`}</Text>
            <Text variant="microcopy">{summary}</Text>
          </Flex>
          <Flex gap="xs" align="center">
            {content !== null && <EditNote view={view} note={note} content={content} edit={edit} />}
            {content !== null && edit !== null && (
              <Discard
                kind="edit"
                noteId={note.id}
                version={edit.version}
                what="change that you have begun"
              />
            )}
            {mayDiscard && <Discard noteId={note.id} version={note.version} what={whatIs[note.state]} />}
          </Flex>
        </Flex>
        {passages.map(({ label, text }) => (
          <Passage key={label} label={label} text={text} />
        ))}
        {scores !== null && <Scores view={view} note={note} scores={scores} />}
        {addenda.map((added, index) => (
          <Passage key={index} label={`${added.by} added, ${added.dateLabel}`} text={added.text} />
        ))}
        {mayAcknowledge && <Acknowledge note={note} />}
        {content === null && edit !== null && <LeftEdit edit={edit} rubrics={view.rubrics} />}
        {mayAdd && <AddTo noteId={note.id} left={edit && toOneText(edit.content, view.rubrics)} />}
      </Flex>
    </Tile>
  );
}
