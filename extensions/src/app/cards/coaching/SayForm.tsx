import { Button, Flex, Form, Input, LoadingButton, TextArea } from '@hubspot/ui-extensions';
import { useState } from 'react';
import type { Done } from '../contract/index.ts';
import type { Change } from '../shared/ask-service.ts';
import { useChange } from '../shared/use-change.ts';
import { useCard, useHold } from './card-context.ts';

interface SayFormProps {
  name: string;
  label: string;
  /** What the button says. */
  submit: string;
  /** Who will read it; null where that stands elsewhere. */
  description?: string | null;
  isLong: boolean;
  change: (text: string) => Omit<Change<Done>, 'key'>;
  /** Present where the form can be closed. */
  onClose?: () => void;
}

/** One field and its button. What was written stays until the service has it; a complaint stands at the field. */
export function SayForm({ name, label, submit, description = null, isLong, change, onClose }: SayFormProps) {
  const { reach, actions, refresh } = useCard();
  const { isSending, failure, send } = useChange(reach);
  const [text, setText] = useState('');
  const [shown, setShown] = useState('');
  const isEmpty = text.trim() === '';
  useHold(!isEmpty);
  const press = async () => {
    if (isEmpty || isSending) return;
    const result = await send(change(text.trim()));
    if (!result.ok) return;
    actions.addAlert({ type: 'success', message: result.view.message });
    setText('');
    setShown('');
    onClose?.();
    refresh();
  };
  const field = {
    name,
    label,
    ...(description !== null && { description }),
    value: shown,
    error: failure !== null,
    validationMessage: failure?.message ?? '',
    onInput: setText,
    onChange: (said: string) => {
      setText(said);
      setShown(said);
    },
  };
  return (
    <Form onSubmit={() => void press()}>
      <Flex direction="column" gap="xs">
        {isLong ? <TextArea {...field} rows={3} resize="vertical" /> : <Input {...field} />}
        <Flex gap="xs">
          <LoadingButton type="submit" size="sm" loading={isSending} disabled={isEmpty}>
            {submit}
          </LoadingButton>
          {onClose !== undefined && (
            <Button variant="transparent" size="sm" onClick={onClose}>
              Cancel
            </Button>
          )}
        </Flex>
      </Flex>
    </Form>
  );
}
