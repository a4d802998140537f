import { Alert, Flex, Text } from '@hubspot/ui-extensions';
import { done, type QuotasView } from '../../contract/index.ts';
import { ChangeButton } from '../ChangeButton.tsx';
import { usePage } from '../page-context.ts';

/** Suggestions from the past, taken as one's own period by period. Until then cards call them examples. */
export function Suggested({ view, onTaken }: { view: QuotasView; onTaken: () => void }) {
  const { actions } = usePage();
  const periods = view.periods.filter(({ key }) =>
    view.rows.some(({ cells }) =>
      cells.some(({ periodKey, source }) => periodKey === key && source === 'example'),
    ),
  );
  if (view.suggestions === 0 || periods.length === 0) return null;
  return (
    <Alert
      title={`${view.suggestions} ${view.suggestions === 1 ? 'quota is' : 'quotas are'} only suggested`}
      variant="info"
    >
      <Flex direction="column" gap="sm" align="start">
        <Text>
          Sideline proposes them from past results. Cards call them examples until you take them as yours.
        </Text>
        <Flex gap="sm" wrap>
          {periods.map(({ key, label }) => (
            <ChangeButton
              key={key}
              size="small"
              change={{
                path: '/settings/quotas/suggestions',
                input: { periodKey: key, ownerIds: null },
                answer: done,
              }}
              onDone={({ message }) => {
                actions.addAlert({ type: 'success', message });
                onTaken();
              }}
            >
              {`Take those of ${label} as ours`}
            </ChangeButton>
          ))}
        </Flex>
      </Flex>
    </Alert>
  );
}
