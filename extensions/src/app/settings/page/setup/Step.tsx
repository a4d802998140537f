import { Box, Flex, Icon, Text, Tile } from '@hubspot/ui-extensions';
import type { SetupStep, SetupView } from '../../contract/index.ts';
import { HistoryAccordion } from './HistoryAccordion.tsx';
import { StepActions } from './StepActions.tsx';
import { StepDetails } from './StepDetails.tsx';

export interface StepProps {
  step: SetupStep;
  number: number;
  /** The first step that waits for a person. */
  isNext: boolean;
  view: SetupView;
  onChanged: (view: SetupView) => void;
}

/** One step: its tick, what it found or asks for, and what to do. */
export function Step(props: StepProps) {
  const { step, number, isNext, view } = props;
  const content = (
    <Flex gap="sm" align="start">
      <Icon size="md" {...marks[step.state]} />
      <Box flex={1}>
        <Flex direction="column" gap="xs">
          <Flex justify="between" gap="sm" wrap>
            <Text format={{ fontWeight: isNext ? 'bold' : 'demibold' }}>{`${number}. ${step.title}`}</Text>
            {step.doneLabel !== null && <Text variant="microcopy">{step.doneLabel}</Text>}
          </Flex>
          <Text>{step.sentence}</Text>
          {step.id === 'history' && step.state === 'done' && <HistoryAccordion />}
          {isNext && <StepDetails step={step} view={view} />}
          {step.state !== 'waiting' && step.state !== 'running' && <StepActions {...props} />}
        </Flex>
      </Box>
    </Flex>
  );
  return <Tile compact>{content}</Tile>;
}

const marks = {
  done: { name: 'success', color: 'success', screenReaderText: 'Done' },
  running: { name: 'refresh', color: 'inherit', screenReaderText: 'Running' },
  open: { name: 'circleHollow', color: 'warning', screenReaderText: 'To do' },
  waiting: { name: 'clock', color: 'inherit', screenReaderText: 'Comes later' },
  optional: { name: 'circleHollow', color: 'inherit', screenReaderText: 'May be left open' },
} as const;
