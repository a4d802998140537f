// Generated from extensions/src/app/cards/coaching/writing/NotePanel.tsx by `npm run generate`: edit it there.
import { Button, LoadingButton, Panel, PanelBody, PanelFooter, PanelSection } from '@hubspot/ui-extensions';
import { useEffect, useRef, useState } from 'react';
import type { CoachingCardView } from '../../contract/index.ts';
import { useCard, useHold } from '../card-context.ts';
import { Conflict } from './Conflict.tsx';
import { isUnsettled, type Draft, type DraftStart } from './draft.ts';
import { NoteForm } from './NoteForm.tsx';
import { isBlank } from './note-content.ts';
import { SaveStatus } from './SaveStatus.tsx';
import { useDraft } from './use-draft.ts';

interface NotePanelProps {
  id: string;
  view: CoachingCardView;
  rep: NonNullable<CoachingCardView['rep']>;
  /** The note as the card knows it; read each time the panel is opened. */
  start: DraftStart;
  /** What the form begins with after this note is done. */
  next: DraftStart;
  label: string;
  isPrimary: boolean;
}

/** A button and the panel behind it, in which a note is written or changed. */
export function NotePanel({ id, view, rep, start, next, label, isPrimary }: NotePanelProps) {
  const { actions, refresh } = useCard();
  const [isOpen, setOpen] = useState(false);
  const writing = useDraft(start, rep.ownerId);
  const { draft, open, leave, finish, restart } = writing;
  const [firstName = rep.name] = rep.name.split(' ');
  const isSettled = !isUnsettled(draft);
  useHold(isOpen || !isSettled);

  // The view that was there when the last save was answered: it does not know of that save.
  const outdated = useRef<CoachingCardView | null>(null);
  const renew = () => {
    outdated.current = view;
    refresh();
  };
  const standing = nameStanding(draft);
  const renewedFor = useRef(nameStanding(start.note));
  useEffect(() => {
    if (isOpen || !isSettled || standing === renewedFor.current) return;
    renewedFor.current = standing;
    renew();
    // When the panel is closed and everything in it is saved.
  }, [isOpen, isSettled, standing]);

  const close = () => {
    actions.closeOverlay(id);
    setOpen(false);
    renewedFor.current = nameStanding(next.note);
    restart(next);
    renew();
  };
  const { finished } = draft;
  useEffect(() => {
    if (finished === null) return;
    const message = finished.state === 'shared' ? `Shared with ${firstName}.` : 'Kept private to you.';
    actions.addAlert({ type: 'success', message });
    for (const warning of finished.warnings) actions.addAlert({ type: 'warning', message: warning });
    close();
    // Once for each note that is done, whatever else is new on that render.
  }, [finished]);

  const conflict = draft.trouble?.kind === 'conflict' ? draft.trouble : null;
  const isFinishing = draft.wish !== null && draft.trouble === null;
  return (
    <Button
      variant={isPrimary ? 'primary' : 'secondary'}
      size={isPrimary ? 'md' : 'xs'}
      onClick={() => {
        if (view !== outdated.current) {
          renewedFor.current = nameStanding(start.note);
          open(start);
        }
        setOpen(true);
      }}
      overlay={
        <Panel
          id={id}
          title={`Coaching note for ${rep.name}`}
          width="md"
          onClose={() => {
            setOpen(false);
            leave();
          }}
        >
          <PanelBody>
            <PanelSection>
              {isOpen && conflict === null && <NoteForm writing={writing} view={view} repName={firstName} />}
              {isOpen && conflict !== null && (
                <Conflict writing={writing} theirs={conflict.theirs} rubrics={view.rubrics} onLetGo={close} />
              )}
            </PanelSection>
          </PanelBody>
          <PanelFooter>
            {conflict === null && (
              <LoadingButton
                variant="primary"
                loading={isFinishing}
                disabled={isBlank(draft.content)}
                onClick={() => finish('shared')}
              >
                {`Share with ${firstName}`}
              </LoadingButton>
            )}
            {conflict === null && draft.savedAs !== 'edit' && (
              <Button disabled={isBlank(draft.content) || isFinishing} onClick={() => finish('private')}>
                Keep private
              </Button>
            )}
            <SaveStatus writing={writing} />
          </PanelFooter>
        </Panel>
      }
    >
      {label}
    </Button>
  );
}

/** By this one sees whether the service has something else by now, in the note or of what is begun to be changed in it. */
const nameStanding = ({ version, editVersion = 0 }: Pick<Draft, 'version'> & { editVersion?: number }) =>
  `${version}/${editVersion}`;
