// Generated from extensions/src/app/cards/coaching/writing/NoteForm.tsx by `npm run generate`: edit it there.
import { Alert, Flex, Text, ToggleGroup } from '@hubspot/ui-extensions';
import type { CoachingCardView, NoteContent } from '../../contract/index.ts';
import { useCard } from '../card-context.ts';
import { Promises } from './Promises.tsx';
import { Scoring } from './Scoring.tsx';
import { SetAside } from './SetAside.tsx';
import { TextFields } from './TextFields.tsx';
import { withScoring } from './note-content.ts';
import type { Writing } from './use-draft.ts';

interface NoteFormProps {
  writing: Writing;
  view: CoachingCardView;
  repName: string;
}

const topics = { deal: 'This deal', contact: 'This contact', meeting: 'Deals' } as const;

/** The fields of a note: what it is about, what was said, and who does what until when. */
export function NoteForm({ writing, view, repName }: NoteFormProps) {
  const { record } = useCard();
  const { draft } = writing;
  const set = (part: Partial<NoteContent>, isCommitted: boolean) =>
    writing.type({ ...draft.content, ...part }, isCommitted);
  return (
    <Flex direction="column" gap="md">
      <ToggleGroup
        toggleType="radioButtonList"
        name="topic"
        label="About"
        inline
        options={[
          { label: topics[record.recordType], value: 'deal' },
          { label: `How ${repName} sells`, value: 'skill' },
        ]}
        value={draft.content.topic}
        onChange={(topic) => set({ topic: topic === 'skill' ? 'skill' : 'deal' }, true)}
      />
      <TextFields draft={draft} onText={(text, isCommitted) => set({ text }, isCommitted)} />
      {view.privacy !== null && <Text variant="microcopy">{view.privacy}</Text>}
      {draft.warnings.map((warning) => (
        <Alert key={warning} variant="warning" title="Please think this over">
          {warning}
        </Alert>
      ))}
      <Promises
        draft={draft}
        repName={repName}
        notice={view.actionNotice}
        usualDueOn={view.usualDueOn}
        closed={view.notes.find(({ id }) => id === draft.noteId)?.closedPromises ?? []}
        onPromises={(promises, isCommitted) => set({ promises }, isCommitted)}
      />
      <Scoring
        view={view}
        scoring={draft.content.scoring}
        repName={repName}
        onScoring={(scoring) => writing.type(withScoring(draft.content, scoring), true)}
      />
      {draft.setAside !== null && <SetAside content={draft.setAside} rubrics={view.rubrics} />}
    </Flex>
  );
}
