import { Flex, Heading, List, StatusTag, Text } from '@hubspot/ui-extensions';
import { pulseSwitchView } from '../../contract/index.ts';
import { ChangeButton } from '../ChangeButton.tsx';
import { Loaded } from '../Loaded.tsx';
import { usePage } from '../page-context.ts';

/** Switches the pulse on or off, with who sees what of it to be read before. */
export function PulseSwitch() {
  const { actions } = usePage();
  return (
    <Loaded
      question={{ path: '/settings/coaching/pulse', answer: pulseSwitchView }}
      label="Reading whether the pulse is on"
    >
      {({ isOn, terms, consequence }, { show }) => (
        <Flex direction="column" gap="sm" align="start">
          <Flex gap="sm" align="center">
            <Heading>Pulse</Heading>
            <StatusTag variant={isOn ? 'success' : 'default'}>{isOn ? 'On' : 'Off'}</StatusTag>
          </Flex>
          <List>
            {terms.map((term) => (
              <Text key={term}>{term}</Text>
            ))}
          </List>
          <Text format={{ fontWeight: 'demibold' }}>{consequence}</Text>
          <ChangeButton
            variant={isOn ? 'destructive' : 'secondary'}
            change={{ path: '/settings/coaching/pulse', input: { isOn: !isOn }, answer: pulseSwitchView }}
            onDone={(view) => {
              actions.addAlert({
                type: 'success',
                message: view.isOn
                  ? 'The pulse is on: people are asked whether they want to take part.'
                  : 'The pulse is off, and what people answered is deleted.',
              });
              show(view);
            }}
          >
            {isOn ? 'Switch the pulse off' : 'Switch the pulse on'}
          </ChangeButton>
        </Flex>
      )}
    </Loaded>
  );
}
