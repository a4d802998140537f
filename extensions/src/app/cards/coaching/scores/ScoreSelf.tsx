import { Button, Flex, Text } from '@hubspot/ui-extensions';
import { useState } from 'react';
import { done, type CoachingNote, type ScorableRubric, type ScoredLevels } from '../../contract/index.ts';
import { useCard, useHold } from '../card-context.ts';
import { ChangeButton } from '../ChangeButton.tsx';
import { LevelFields } from '../../shared/LevelFields.tsx';

interface ScoreSelfProps {
  note: CoachingNote;
  rubric: ScorableRubric;
}

/** The rep's own levels beside their manager's, once. */
export function ScoreSelf({ note, rubric }: ScoreSelfProps) {
  const { actions, refresh } = useCard();
  const [isOpen, setOpen] = useState(false);
  const [said, setSaid] = useState<{ version: number; levels: ScoredLevels } | null>(null);
  const { id: noteId, version } = note;
  // What was chosen beside an earlier version was not said of this one.
  const levels = said?.version === version ? said.levels : [];
  useHold(isOpen);
  if (!isOpen) {
    return (
      <Flex>
        <Button size="xs" onClick={() => setOpen(true)}>
          Score yourself
        </Button>
      </Flex>
    );
  }
  return (
    <Flex direction="column" gap="sm">
      <Text variant="microcopy">
        Only you and whoever wrote this note see your scores. Once saved they stand, and so does the note.
      </Text>
      <LevelFields
        name={`self-${noteId}`}
        skills={rubric.skills}
        levels={levels}
        onLevels={(chosen) => setSaid({ version, levels: chosen })}
      />
      <Flex gap="sm" align="start">
        <ChangeButton
          size="sm"
          disabled={levels.length === 0}
          change={{
            path: '/cards/coaching/note/self-score',
            input: { noteId, version, levels },
            answer: done,
          }}
          onOutdated={refresh}
          onDone={({ message }) => {
            actions.addAlert({ type: 'success', message });
            setOpen(false);
            refresh();
          }}
        >
          Save my scores
        </ChangeButton>
        <Button variant="transparent" size="sm" onClick={() => setOpen(false)}>
          Not now
        </Button>
      </Flex>
    </Flex>
  );
}
