import { Flex, Text } from '@hubspot/ui-extensions';
import { copyState } from '../../contract/index.ts';
import { ChangeButton } from '../ChangeButton.tsx';
import { Loaded } from '../Loaded.tsx';
import { usePage } from '../page-context.ts';

const path = '/settings/people/copy';

/** Puts a copy of somebody's coaching on their own page; here only how it stands is seen. */
export function SendCopy({ ownerId }: { ownerId: string }) {
  const { actions } = usePage();
  return (
    <Loaded question={{ path, query: { ownerId }, answer: copyState }} label="Looking for a copy">
      {({ sentence, sendLabel }, { show }) => (
        <Flex direction="column" gap="xs" align="start">
          <Text>{sentence}</Text>
          {sendLabel !== null && (
            <ChangeButton
              change={{ path, input: { ownerId }, answer: copyState }}
              onDone={(view) => {
                actions.addAlert({ type: 'success', message: 'Sent. It waits on their page About me.' });
                show(view);
              }}
            >
              {sendLabel}
            </ChangeButton>
          )}
        </Flex>
      )}
    </Loaded>
  );
}
