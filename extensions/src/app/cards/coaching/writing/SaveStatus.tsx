import { Button, Flex, Text } from '@hubspot/ui-extensions';
import { describeSaving, hasGivenUp } from './describe-saving.ts';
import type { AnyDraft } from './draft.ts';

interface SaveStatusProps {
  writing: { readonly draft: AnyDraft; readonly tryAgain: () => void };
}

/** Says whether what was written is safe, and offers another try where it is not tried any more. */
export function SaveStatus({ writing: { draft, tryAgain } }: SaveStatusProps) {
  const isTroubled = draft.trouble !== null;
  return (
    <Flex gap="sm" align="center" wrap>
      <Text variant="microcopy" format={{ fontWeight: isTroubled ? 'demibold' : 'regular' }}>
        {describeSaving(draft)}
      </Text>
      {hasGivenUp(draft) && (
        <Button size="xs" onClick={tryAgain}>
          Try again
        </Button>
      )}
    </Flex>
  );
}
