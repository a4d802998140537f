// Generated from extensions/src/app/cards/coaching/SayForm.tsx by `npm run generate`: edit it there.
import { Accordion, Button, Flex, Form, Input, LoadingButton, TextArea } from '@hubspot/ui-extensions';
import { useEffect } from 'react';
import { useCard } from './card-context.ts';
import { Passage } from './Passage.tsx';
import { faultAt } from './writing/describe-saving.ts';
import { SaveStatus } from './writing/SaveStatus.tsx';
import { TwoVersions } from './writing/TwoVersions.tsx';
import { blankText, type TextWriting } from './writing/use-text.ts';

interface SayFormProps {
  writing: TextWriting;
  name: string;
  label: string;
  /** What the button says. */
  submit: string;
  /** Who will read it; null where that stands elsewhere. */
  description?: string | null;
  isLong: boolean;
  /** Present where the form can be closed; what is written stays. */
  onClose?: () => void;
}

/** One field and its button. What is written is saved meanwhile, and stays until it is sent; a complaint stands at the field. */
export function SayForm(props: SayFormProps) {
  const { writing, name, label, submit, description = null, isLong, onClose } = props;
  const { actions, refresh } = useCard();
  const { draft, type, finish, restart } = writing;
  const isEmpty = draft.content.trim() === '';
  const isSending = draft.wish !== null && draft.trouble === null;
  const { finished } = draft;
  useEffect(() => {
    if (finished === null) return;
    actions.addAlert({ type: 'success', message: finished.message });
    restart(blankText);
    onClose?.();
    refresh();
    // Once for each text that is sent, whatever else is new on that render.
  }, [finished]);

  if (draft.trouble?.kind === 'conflict') {
    return (
      <TwoVersions
        what="text"
        mine={draft.content}
        theirs={draft.trouble.theirs}
        show={(text) => <Passage label={label} text={text} />}
        keepLabel="Keep mine"
        onKeepMine={writing.keepMine}
        onTakeOther={writing.takeOther}
        onLetGo={() => restart(blankText)}
      />
    );
  }
  const fault = faultAt(draft, 'text');
  const field = {
    name,
    label,
    ...(description !== null && { description }),
    value: draft.shown,
    error: fault !== null,
    validationMessage: fault ?? '',
    onInput: (said: string) => type(said, false),
    onChange: (said: string) => type(said, true),
  };
  return (
    <Form
      onSubmit={() => {
        if (!isEmpty && !isSending) finish('sent');
      }}
    >
      <Flex direction="column" gap="xs">
        {isLong ? <TextArea {...field} rows={3} resize="vertical" /> : <Input {...field} />}
        <Flex gap="sm" align="center" wrap>
          <LoadingButton type="submit" size="sm" loading={isSending} disabled={isEmpty}>
            {submit}
          </LoadingButton>
          {onClose !== undefined && (
            <Button variant="transparent" size="sm" onClick={onClose}>
              Close
            </Button>
          )}
          {(!isEmpty || draft.trouble !== null) && <SaveStatus writing={writing} />}
        </Flex>
        {draft.setAside !== null && (
          <Accordion title="The version you did not keep" size="xs">
            <Passage label={label} text={draft.setAside} />
          </Accordion>
        )}
      </Flex>
    </Form>
  );
}
