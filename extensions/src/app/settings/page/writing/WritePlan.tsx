import { Accordion, Flex, Heading, List, Text, Tile } from '@hubspot/ui-extensions';
import { writePlanView, writesView, type WritesView } from '../../contract/index.ts';
import { ChangeButton } from '../ChangeButton.tsx';
import { Loaded } from '../Loaded.tsx';
import { RecordLink } from '../RecordLink.tsx';

/** What the first write would do, all of it, and the button that does it. Nothing is written before. */
export function WritePlan({ onStarted }: { onStarted: (view: WritesView) => void }) {
  return (
    <Loaded
      question={{ path: '/settings/writes/plan', answer: writePlanView }}
      label="Working out what would be written"
    >
      {({ headline, byProperty, examples, upToDate, remark }) => (
        <Tile>
          <Flex direction="column" gap="sm">
            <Text>Sideline will write</Text>
            <Heading>{headline}</Heading>
            {upToDate > 0 && <Text>{`${upToDate.toLocaleString('en')} deals show it already.`}</Text>}
            {remark !== null && <Text>{remark}</Text>}
            <Text>Only Sideline’s own properties are written, and nothing else on your deals changes.</Text>
            <Accordion title="Property by property, and examples" size="xs">
              <Flex direction="column" gap="sm">
                <List>
                  {byProperty.map(({ name, label, deals }) => (
                    <Text key={name}>{`${label}: ${deals.toLocaleString('en')} deals`}</Text>
                  ))}
                </List>
                {examples.map(({ record, values }) => (
                  <Flex key={record.recordId} direction="column" gap="flush">
                    <RecordLink record={record} />
                    <Text variant="microcopy">
                      {values.map(({ label, value }) => `${label}: ${value}`).join(' · ')}
                    </Text>
                  </Flex>
                ))}
              </Flex>
            </Accordion>
            <ChangeButton
              variant="primary"
              change={{ path: '/settings/writes/start', input: { hasSeenPlan: true }, answer: writesView }}
              onDone={onStarted}
            >
              Write to HubSpot
            </ChangeButton>
          </Flex>
        </Tile>
      )}
    </Loaded>
  );
}
