import { Flex, Text, ToggleGroup } from '@hubspot/ui-extensions';
import { useState } from 'react';
import { pulseView, type PulseView } from '../../../contract/index.ts';
import { ChangeButton } from '../../../shared/ChangeButton.tsx';
import type { PartProps } from './OwnPart.tsx';

type Topic = PulseView['questions'][number]['topic'];

/** Three questions with five answers each, none preselected. They stay on this screen until they are sent together. */
export function Questions({ reach, actions, view, onChanged }: PartProps) {
  const [answers, setAnswers] = useState<Partial<Record<Topic, number>>>({});
  const isComplete = view.questions.every(({ topic }) => answers[topic] !== undefined);
  return (
    <Flex direction="column" gap="sm" align="start">
      {view.questions.map(({ topic, words }) => (
        <ToggleGroup
          key={topic}
          toggleType="radioButtonList"
          name={`pulse-${topic}`}
          label={words}
          inline
          options={view.scale.map((label, index) => ({ label, value: String(index + 1) }))}
          value={answers[topic] === undefined ? '' : String(answers[topic])}
          onChange={(score) => setAnswers((before) => ({ ...before, [topic]: Number(score) }))}
        />
      ))}
      <Text variant="microcopy">
        Sent answers stand for the quarter. Your score is swapped for a random one with chance 1 in 3 before
        anything is made of it.
      </Text>
      <ChangeButton
        reach={reach}
        disabled={!isComplete}
        change={{
          path: '/home/coaching/pulse',
          input: { change: 'answer', answers },
          answer: pulseView,
        }}
        onDone={(after) => {
          actions.addAlert({ type: 'success', message: 'Thank you. Nobody is told that you answered.' });
          onChanged(after);
        }}
      >
        Send my answers
      </ChangeButton>
    </Flex>
  );
}
