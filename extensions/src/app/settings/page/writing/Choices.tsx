import { Box, Flex, Heading, StatusTag, Text, Tile } from '@hubspot/ui-extensions';
import { writesView, type WritesView } from '../../contract/index.ts';
import { ChangeButton } from '../ChangeButton.tsx';

interface ChoicesProps {
  choices: WritesView['choices'];
  onSwitched: (view: WritesView) => void;
}

/** The properties that are made and written only when somebody wants them, each with its own switch. */
export function Choices({ choices, onSwitched }: ChoicesProps) {
  return (
    <Flex direction="column" gap="sm">
      <Flex direction="column" gap="flush">
        <Heading>Coaching on deals</Heading>
        <Text>
          A day and a count, which everybody who sees the deal can read. Who coached whom, and every word,
          stays in Sideline.
        </Text>
      </Flex>
      {choices.map(({ name, label, description, isOn, remark, maySwitch }) => (
        <Tile key={name} compact>
          <Flex gap="md" justify="between" align="start">
            <Box flex={1}>
              <Flex direction="column" gap="xs">
                <Flex gap="sm" align="center" wrap>
                  <Text format={{ fontWeight: 'demibold' }}>{label}</Text>
                  <StatusTag variant={isOn ? 'success' : 'default'}>{isOn ? 'On' : 'Off'}</StatusTag>
                </Flex>
                <Text>{description}</Text>
                <Text variant="microcopy">{remark}</Text>
              </Flex>
            </Box>
            {maySwitch && (
              <ChangeButton
                size="small"
                change={{
                  path: '/settings/writes/property',
                  input: { name, isOn: !isOn },
                  answer: writesView,
                }}
                onDone={onSwitched}
              >
                {isOn ? `Switch off ${label}` : `Switch on ${label}`}
              </ChangeButton>
            )}
          </Flex>
        </Tile>
      ))}
    </Flex>
  );
}
