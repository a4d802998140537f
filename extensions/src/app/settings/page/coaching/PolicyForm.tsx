import { Box, Flex, Heading, NumberInput, Select, Text } from '@hubspot/ui-extensions';
import { useState } from 'react';
import { coachingPolicyView, type Cadence, type CoachingPolicyView } from '../../contract/index.ts';
import { cadenceOptions } from '../../shared/cadences.ts';
import { ChangeButton } from '../ChangeButton.tsx';
import { usePage } from '../page-context.ts';
import { RuleTable } from './RuleTable.tsx';

interface PolicyFormProps {
  view: CoachingPolicyView;
  onSaved: (view: CoachingPolicyView) => void;
}

/** The choices, and Save; what is out of range is told at its own field by the service. */
export function PolicyForm({ view, onSaved }: PolicyFormProps) {
  const { actions } = usePage();
  const [policy, setPolicy] = useState(view);
  const { cadence, weekHours, weekPercent, rules } = policy;
  const input = {
    cadence,
    weekHours,
    weekPercent,
    rules: rules.map(({ ruleId, isOn, threshold }) => ({
      ruleId,
      isOn,
      ...(threshold && { threshold: threshold.value }),
    })),
  };
  return (
    <Flex direction="column" gap="md">
      <Flex direction="column" gap="flush">
        <Heading>1:1s</Heading>
        <Text>For everybody whose manager has not chosen another rhythm.</Text>
      </Flex>
      <Flex gap="md" wrap>
        <Box>
          <Select
            label="How often"
            name="cadence"
            options={cadenceOptions}
            value={cadence}
            onChange={(value) => setPolicy({ ...policy, cadence: readCadence(value) })}
          />
        </Box>
        <Box>
          <NumberInput
            label="A manager's week, in hours"
            name="weekHours"
            min={1}
            max={60}
            value={weekHours}
            onChange={(value) => setPolicy({ ...policy, weekHours: value })}
          />
        </Box>
        <Box>
          <NumberInput
            label="Of it for coaching, in percent"
            name="weekPercent"
            min={1}
            max={100}
            value={weekPercent}
            onChange={(value) => setPolicy({ ...policy, weekPercent: value })}
          />
        </Box>
      </Flex>
      <Text variant="microcopy">
        The share is a policy, not a norm: measured averages are near a fifth of a week. Nobody is shown red
        for it.
      </Text>
      <Flex direction="column" gap="flush">
        <Heading>What comes up at a 1:1</Heading>
        <Text>The most pressing first; at most five lines. What a rep adds always comes up.</Text>
      </Flex>
      <RuleTable rules={rules} onRules={(changed) => setPolicy({ ...policy, rules: changed })} />
      <ChangeButton
        variant="primary"
        disabled={JSON.stringify(policy) === JSON.stringify(view)}
        change={{ path: '/settings/coaching/policy', input, answer: coachingPolicyView }}
        onDone={(saved) => {
          actions.addAlert({ type: 'success', message: 'Saved. It holds from the next agenda on.' });
          onSaved(saved);
        }}
      >
        Save
      </ChangeButton>
    </Flex>
  );
}

function readCadence(value: unknown): Cadence {
  return cadenceOptions.find((each) => each.value === value)?.value ?? 'fortnightly';
}
