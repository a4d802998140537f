// Generated from extensions/src/app/cards/coaching/writing/TextFields.tsx by `npm run generate`: edit it there.
import { Button, Flex, TextArea } from '@hubspot/ui-extensions';
import type { NoteText } from '../../contract/index.ts';
import { toFree, toGrow } from './change-form.ts';
import { faultAt } from './describe-saving.ts';
import type { Draft } from './draft.ts';
import { growPassages } from './note-content.ts';

interface TextFieldsProps {
  draft: Draft;
  onText: (text: NoteText, isCommitted: boolean) => void;
}

/** What was said: by GROW's four questions, or as it comes. */
export function TextFields({ draft, onText }: TextFieldsProps) {
  const { text } = draft.content;
  const shown = draft.shown.text;
  const isFree = text.form === 'free';
  return (
    <Flex direction="column" gap="sm">
      {text.form === 'free' ? (
        <Passage
          name="text"
          label="Note"
          rows={8}
          value={shown.form === 'free' ? shown.text : text.text}
          fault={faultAt(draft, 'text.text')}
          onText={(said, isCommitted) => onText({ form: 'free', text: said }, isCommitted)}
        />
      ) : (
        growPassages.map(({ name, label, question }) => (
          <Passage
            key={name}
            name={name}
            label={label}
            question={question}
            rows={2}
            value={shown.form === 'grow' ? shown[name] : text[name]}
            fault={faultAt(draft, `text.${name}`)}
            onText={(said, isCommitted) => onText({ ...text, [name]: said }, isCommitted)}
          />
        ))
      )}
      <Flex>
        <Button
          variant="transparent"
          size="xs"
          onClick={() => onText(isFree ? toGrow(text) : toFree(text), true)}
        >
          {isFree ? 'Use Goal, Reality, Options, Will' : 'Write freely instead'}
        </Button>
      </Flex>
    </Flex>
  );
}

interface PassageProps {
  name: string;
  label: string;
  question?: string;
  rows: number;
  value: string;
  fault: string | null;
  onText: (text: string, isCommitted: boolean) => void;
}

function Passage({ name, label, question, rows, value, fault, onText }: PassageProps) {
  return (
    <TextArea
      name={name}
      label={label}
      rows={rows}
      resize="vertical"
      {...(question !== undefined && { placeholder: question })}
      value={value}
      error={fault !== null}
      validationMessage={fault ?? ''}
      onInput={(text) => onText(text, false)}
      onChange={(text) => onText(text, true)}
    />
  );
}
