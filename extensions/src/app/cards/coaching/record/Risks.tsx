import { Flex, Text } from '@hubspot/ui-extensions';
import { done, type RiskView } from '../../contract/index.ts';
import { useCard } from '../card-context.ts';
import { ChangeButton } from '../ChangeButton.tsx';

/** Why the deal is worth a look, each with what mends it; its rep says where that is wrong. */
export function Risks({ risks }: { risks: readonly RiskView[] }) {
  const { actions, refresh, record } = useCard();
  if (risks.length === 0) return null;
  return (
    <Flex direction="column" gap="xs">
      <Text format={{ fontWeight: 'demibold' }}>Worth a look</Text>
      {risks.map(({ reason, words, fix, dispute, mayMark }) => (
        <Flex key={reason} gap="sm" align="center" wrap>
          <Text
            format={dispute === null ? {} : { lineDecoration: 'strikethrough' }}
          >{`${words} → ${fix}`}</Text>
          {dispute !== null && <Text variant="microcopy">{dispute}</Text>}
          {mayMark && (
            <ChangeButton
              size="xs"
              change={{
                path: '/cards/coaching/risk',
                input: { dealId: record.recordId, reason, isWrong: dispute === null },
                answer: done,
              }}
              onDone={({ message }) => {
                actions.addAlert({ type: 'success', message });
                refresh();
              }}
            >
              {dispute === null ? 'This is wrong' : 'It is right after all'}
            </ChangeButton>
          )}
        </Flex>
      ))}
    </Flex>
  );
}
