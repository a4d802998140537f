// Generated from extensions/src/app/cards/coaching/writing/Scoring.tsx by `npm run generate`: edit it there.
import { Button, Flex, Text } from '@hubspot/ui-extensions';
import { useState } from 'react';
import type { CoachingCardView, NoteScoring } from '../../contract/index.ts';
import { LevelFields } from '../../shared/LevelFields.tsx';

interface ScoringProps {
  view: CoachingCardView;
  scoring: NoteScoring | undefined;
  repName: string;
  onScoring: (scoring: NoteScoring | undefined) => void;
}

/** The part of a note in which skills are scored, for whoever wants to; what was begun by an older version stays with it. */
export function Scoring({ view, scoring, repName, onScoring }: ScoringProps) {
  const [isOpen, setOpen] = useState(false);
  const used = scoring ?? view.rubric;
  const rubric = view.rubrics.find(
    ({ rubricId, version }) => rubricId === used?.rubricId && version === used.version,
  );
  if (rubric === undefined) return null;
  if (!isOpen && scoring === undefined) {
    return (
      <Flex direction="column" gap="flush" align="start">
        <Button size="xs" onClick={() => setOpen(true)}>
          Score a rubric
        </Button>
        <Text variant="microcopy">{`If you like: ${repName}'s skills by “${rubric.name}”.`}</Text>
      </Flex>
    );
  }
  const { rubricId, version } = rubric;
  return (
    <Flex direction="column" gap="xs">
      <Text format={{ fontWeight: 'demibold' }}>{rubric.name}</Text>
      <Text variant="microcopy">
        {`Scores go with the note: yours alone until you share it, then ${repName}'s too. ${repName} can put their own beside them.`}
      </Text>
      <LevelFields
        name="score"
        skills={rubric.skills}
        levels={scoring?.levels ?? []}
        onLevels={(levels) => onScoring(levels.length === 0 ? undefined : { rubricId, version, levels })}
      />
      <Flex>
        <Button
          variant="transparent"
          size="xs"
          onClick={() => {
            setOpen(false);
            onScoring(undefined);
          }}
        >
          Take the scores out
        </Button>
      </Flex>
    </Flex>
  );
}
