import { Flex, Heading, List, RadioButton, Tag, Text, Tile } from '@hubspot/ui-extensions';
import { useState } from 'react';
import { sharingView, type SharingView } from '../../contract/index.ts';
import { ChangeButton } from '../ChangeButton.tsx';
import { usePage } from '../page-context.ts';

/** The three levels, each with what will stand on a deal and who will be able to read it. */
export function SharingChoice({
  view,
  onChosen,
}: {
  view: SharingView;
  onChosen: (view: SharingView) => void;
}) {
  const { actions } = usePage();
  const [level, setLevel] = useState(view.level);
  return (
    <Flex direction="column" gap="md">
      <Flex direction="column" gap="flush">
        <Heading>Who may see whose attainment on a deal</Heading>
        <Text>
          Everybody who can open a deal can read its properties. The cards show people their own figures at
          every level.
        </Text>
      </Flex>
      {view.choices.map((choice) => (
        <Tile key={choice.level} compact>
          <Flex direction="column" gap="xs">
            <Flex gap="sm" align="center" wrap>
              <RadioButton
                name="sharing"
                value={choice.level}
                checked={choice.level === level}
                onChange={() => setLevel(choice.level)}
              >
                {choice.title}
              </RadioButton>
              {choice.level === view.level && <Tag>{view.isChosen ? 'Chosen' : 'In force'}</Tag>}
            </Flex>
            <Text>{choice.sentence}</Text>
            <Text variant="microcopy">{choice.seenBy}</Text>
            {choice.level === level && choice.teams.length > 0 && (
              <List>
                {choice.teams.map((team) => (
                  <Text key={team.name}>{team.sentence}</Text>
                ))}
              </List>
            )}
          </Flex>
        </Tile>
      ))}
      <ChangeButton
        variant="primary"
        disabled={level === view.level && view.isChosen}
        change={{ path: '/settings/sharing', input: { level }, answer: sharingView }}
        onDone={(chosen) => {
          actions.addAlert({ type: 'success', message: 'Saved. Deals follow in the next minutes.' });
          onChosen(chosen);
        }}
      >
        Save
      </ChangeButton>
    </Flex>
  );
}
