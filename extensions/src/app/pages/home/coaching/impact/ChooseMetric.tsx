import { Accordion, Flex, Text, ToggleGroup } from '@hubspot/ui-extensions';
import { useState } from 'react';
import { impactView, type ImpactMetric, type ImpactView } from '../../../contract/index.ts';
import type { Reach } from '../../../shared/ask-service.ts';
import { ChangeButton } from '../../../shared/ChangeButton.tsx';

interface ChooseMetricProps {
  reach: Reach;
  view: ImpactView;
  onChosen: (view: ImpactView) => void;
}

/** The metric by which coaching is judged, chosen before its results are there. */
export function ChooseMetric({ reach, view, onChosen }: ChooseMetricProps) {
  const { metric, choices, notice } = view;
  const [picked, setPicked] = useState<ImpactMetric | null>(null);
  const chosen = picked ?? metric?.id ?? null;
  return (
    <Accordion
      title={metric === null ? 'Choose what coaching is judged by' : 'Judge coaching by another metric'}
      size="small"
      defaultOpen={metric === null}
    >
      <Flex direction="column" gap="sm" align="start">
        <ToggleGroup
          toggleType="radioButtonList"
          name="impact-metric"
          label="Metric"
          options={choices.map(({ id, title, sentence }) => ({
            label: title,
            value: id,
            description: sentence,
          }))}
          value={chosen ?? ''}
          onChange={(id) => setPicked(choices.find((choice) => choice.id === id)?.id ?? null)}
        />
        <Text variant="microcopy">{notice}</Text>
        <ChangeButton
          reach={reach}
          disabled={chosen === null || chosen === metric?.id}
          change={{ path: '/home/coaching/impact', input: { metric: chosen }, answer: impactView }}
          onDone={(after) => {
            setPicked(null);
            onChosen(after);
          }}
        >
          Judge by this metric
        </ChangeButton>
      </Flex>
    </Accordion>
  );
}
