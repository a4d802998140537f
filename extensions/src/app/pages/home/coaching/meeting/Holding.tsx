import { Flex, Heading, LoadingButton, Text, Tile } from '@hubspot/ui-extensions';
import { useEffect, useState } from 'react';
import { useHold, type CardActions } from '../../../coaching/card-context.ts';
import { Conflict } from '../../../coaching/writing/Conflict.tsx';
import { isUnsettled } from '../../../coaching/writing/draft.ts';
import { isBlank } from '../../../coaching/writing/note-content.ts';
import { NoteForm } from '../../../coaching/writing/NoteForm.tsx';
import { SaveStatus } from '../../../coaching/writing/SaveStatus.tsx';
import { startBlank, startNote } from '../../../coaching/writing/start-note.ts';
import { useDraft } from '../../../coaching/writing/use-draft.ts';
import { done, type CoachingCardView, type MeetingView } from '../../../contract/index.ts';
import type { Reach } from '../../../shared/ask-service.ts';
import { useChange } from '../../../shared/use-change.ts';
import { MeetingFields, type MeetingFacts } from './MeetingFields.tsx';

/** Begins the id of a line that a workflow asked for. */
const REQUEST = 'coachingRequested:';

interface HoldingProps {
  reach: Reach;
  actions: CardActions;
  view: MeetingView;
  card: CoachingCardView;
  /** The lines that were talked about. */
  ticked: ReadonlySet<string>;
  isLeaving: boolean;
  onUnsaved: (isUnsaved: boolean) => void;
  onDone: () => void;
}

/**
 * The 1:1 while it is held: what is agreed is saved as it is written. Finishing shares it first and records the 1:1 then, so
 * that whatever breaks off in between can be finished by pressing again.
 */
export function Holding(props: HoldingProps) {
  const { reach, actions, view, card, ticked, isLeaving, onUnsaved, onDone } = props;
  const { rep, next, agenda, today } = view;
  const [facts, setFacts] = useState<MeetingFacts>({ heldOn: today, minutes: 30, attendance: 'both' });
  const [isFinishing, setFinishing] = useState(false);
  const writing = useDraft(startNote(card), rep.ownerId);
  const { draft, finish, leave, restart } = writing;
  const { isSending, failure, send } = useChange(reach);
  useHold(true);
  const isUnsaved = isUnsettled(draft);
  useEffect(() => {
    onUnsaved(isUnsaved);
    return () => onUnsaved(false);
  }, [isUnsaved, onUnsaved]);
  useEffect(() => {
    if (isLeaving) leave();
  }, [isLeaving, leave]);
  const [firstName = rep.name] = rep.name.split(' ');
  const took = facts.attendance === 'both';
  const isEmpty = !took || isBlank(draft.content);
  const idsOf = (lines: readonly { id: string }[]) =>
    lines.map(({ id }) => id).filter((id) => ticked.has(id));

  const record = async () => {
    const result = await send({
      path: '/home/coaching/meeting/hold',
      input: {
        repId: rep.ownerId,
        number: next?.number ?? 1,
        heldOn: facts.heldOn,
        minutes: took ? facts.minutes : 0,
        kind: draft.content.topic,
        attendance: facts.attendance,
        discussedLineIds: idsOf(agenda?.ownLines ?? []),
        discussedRequestIds: idsOf(agenda?.lines ?? []).flatMap((id) =>
          id.startsWith(REQUEST) ? id.slice(REQUEST.length) : [],
        ),
      },
      answer: done,
    });
    setFinishing(false);
    if (!result.ok) return;
    actions.addAlert({ type: 'success', message: result.view.message });
    onDone();
  };
  useEffect(() => {
    if (draft.finished !== null && isFinishing) void record();
    // Once the note is shared, and again when somebody presses again after the 1:1 could not be recorded.
  }, [draft.finished, isFinishing]);
  useEffect(() => {
    // Refused, or written on meanwhile: it has to be asked for again.
    if (draft.wish === null && draft.finished === null) setFinishing(false);
  }, [draft.wish, draft.finished]);
  const press = () => {
    if (isEmpty || draft.finished !== null) void record();
    else {
      setFinishing(true);
      finish('shared');
    }
  };

  const conflict = draft.trouble?.kind === 'conflict' ? draft.trouble : null;
  return (
    <Tile>
      <Flex direction="column" gap="md">
        <Heading>What you two agree</Heading>
        <MeetingFields facts={facts} repName={firstName} today={today} onChange={setFacts} />
        {took && conflict === null && <NoteForm writing={writing} view={card} repName={firstName} />}
        {took && conflict !== null && (
          <Conflict
            writing={writing}
            theirs={conflict.theirs}
            rubrics={card.rubrics}
            onLetGo={() => restart(startBlank(card))}
          />
        )}
        <Flex gap="sm" align="center" wrap>
          <LoadingButton
            variant="primary"
            loading={isSending || (draft.wish !== null && draft.trouble === null)}
            disabled={conflict !== null}
            onClick={press}
          >
            {isEmpty ? 'Finish' : 'Finish and share'}
          </LoadingButton>
          {took && <SaveStatus writing={writing} />}
        </Flex>
        {failure !== null && <Text format={{ fontWeight: 'demibold' }}>{failure.message}</Text>}
      </Flex>
    </Tile>
  );
}
