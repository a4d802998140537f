import { Button, Flex, Text, TextArea } from '@hubspot/ui-extensions';
import type { SetupView } from '../../contract/index.ts';
import { usePage } from '../page-context.ts';

/** Whom to tell, and words to send. Sideline sends nothing by itself. */
export function Invitation({ managers, text }: SetupView['invitation']) {
  const { actions } = usePage();
  const copy = async () => {
    await actions.copyTextToClipboard(text);
    actions.addAlert({ type: 'success', message: 'Copied. Paste it into a mail or a chat.' });
  };
  return (
    <Flex direction="column" gap="sm">
      <Text>
        {managers.length === 0 ? 'Nobody is a manager yet.' : `Your managers: ${managers.join(', ')}.`}
      </Text>
      <TextArea name="invitation" label="Words to send" value={text} rows={5} readOnly />
      <Flex>
        <Button size="small" onClick={() => void copy()}>
          Copy the words
        </Button>
      </Flex>
    </Flex>
  );
}
