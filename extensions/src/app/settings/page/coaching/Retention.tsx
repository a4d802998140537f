import { Flex, Heading, List, RadioButton, Tag, Text, Tile } from '@hubspot/ui-extensions';
import { useState } from 'react';
import { retentionView, type RetentionView } from '../../contract/index.ts';
import { ChangeButton } from '../ChangeButton.tsx';
import { Loaded } from '../Loaded.tsx';
import { usePage } from '../page-context.ts';

const path = '/settings/coaching/retention';

/** How long coaching is kept, each choice with what it would erase. */
export function Retention() {
  return (
    <Loaded question={{ path, answer: retentionView }} label="Counting what each choice would erase">
      {(view, { show }) => <RetentionChoice key={String(view.months)} view={view} onChosen={show} />}
    </Loaded>
  );
}

function RetentionChoice({
  view,
  onChosen,
}: {
  view: RetentionView;
  onChosen: (view: RetentionView) => void;
}) {
  const { actions } = usePage();
  const [months, setMonths] = useState(view.months);
  return (
    <Flex direction="column" gap="sm">
      <Flex direction="column" gap="flush">
        <Heading>How long coaching is kept</Heading>
        <Text>What is older is erased every night. Nobody can bring it back.</Text>
      </Flex>
      {view.choices.map((choice) => (
        <Tile key={choice.title} compact>
          <Flex direction="column" gap="xs">
            <Flex gap="sm" align="center" wrap>
              <RadioButton
                name="retention"
                value={choice.title}
                checked={choice.months === months}
                onChange={() => setMonths(choice.months)}
              >
                {choice.title}
              </RadioButton>
              {choice.months === view.months && <Tag>{view.isChosen ? 'Chosen' : 'In force'}</Tag>}
            </Flex>
            <Text>{choice.sentence}</Text>
          </Flex>
        </Tile>
      ))}
      <List>
        {view.kept.map((line) => (
          <Text key={line}>{line}</Text>
        ))}
      </List>
      <ChangeButton
        disabled={months === view.months && view.isChosen}
        change={{ path, input: { months }, answer: retentionView }}
        onDone={(chosen) => {
          actions.addAlert({
            type: 'success',
            message: 'Saved. Until tonight you can still choose otherwise.',
          });
          onChosen(chosen);
        }}
      >
        Keep it that long
      </ChangeButton>
    </Flex>
  );
}
