import { Button, Flex } from '@hubspot/ui-extensions';
import { done, type QuotaChangeRequest } from '../../contract/index.ts';
import { ChangeButton } from '../ChangeButton.tsx';
import { usePage } from '../page-context.ts';

interface SaveQuotasProps {
  changes: QuotaChangeRequest['changes'];
  onStop: () => void;
  onSaved: () => void;
}

/** Saves what was typed into the grid, all of it together, or leaves it. */
export function SaveQuotas({ changes, onStop, onSaved }: SaveQuotasProps) {
  const { actions } = usePage();
  const count = changes.length;
  return (
    <Flex gap="sm" align="start" wrap>
      <ChangeButton
        variant="primary"
        disabled={count === 0}
        change={{ path: '/settings/quotas', input: { changes }, answer: done }}
        onDone={({ message }) => {
          actions.addAlert({ type: 'success', message });
          onSaved();
        }}
      >
        {count === 0 ? 'Save' : `Save ${count} ${count === 1 ? 'change' : 'changes'}`}
      </ChangeButton>
      <Button onClick={onStop}>Cancel</Button>
    </Flex>
  );
}
