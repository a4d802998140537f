import { Flex, List, Text } from '@hubspot/ui-extensions';
import { peoplePreview } from '../../contract/index.ts';
import { ChangeButton } from '../ChangeButton.tsx';
import { usePage } from '../page-context.ts';
import { Previewed } from '../Previewed.tsx';
import type { PersonChange } from './person-draft.ts';

/** What changes of people would do: who becomes visible to whom. Saved only as it was shown. */
export function PeoplePreview({ changes, onSaved }: { changes: PersonChange[]; onSaved: () => void }) {
  const { actions } = usePage();
  return (
    <Previewed
      question={{ path: '/settings/people/preview', input: { changes }, answer: peoplePreview }}
      label="Working out who will see what"
      failedTitle="This cannot be saved as it is"
    >
      {({ digest, changes: sentences, becomesVisible, noLongerVisible, remarks }, again) => (
        <Flex direction="column" gap="sm" align="start">
          <Text format={{ fontWeight: 'demibold' }}>What this does</Text>
          <List>
            {[
              ...sentences,
              ...[...becomesVisible, ...noLongerVisible].map(({ sentence }) => sentence),
              ...remarks,
            ].map((line) => (
              <Text key={line}>{line}</Text>
            ))}
          </List>
          <ChangeButton
            variant="primary"
            change={{ path: '/settings/people', input: { changes, digest }, answer: peoplePreview }}
            onDone={() => {
              actions.addAlert({ type: 'success', message: 'Saved.' });
              onSaved();
            }}
            onOutdated={again}
          >
            Save
          </ChangeButton>
        </Flex>
      )}
    </Previewed>
  );
}
