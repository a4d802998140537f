import { Flex, Text } from '@hubspot/ui-extensions';
import type { QuotaForecastView } from '../contract/index.ts';

interface ThisDealProps {
  contribution: QuotaForecastView['contribution'];
  facts: string;
}

/** What the deal does for the person; for whoever is not concerned, the deal's own facts. */
export function ThisDeal({ contribution, facts }: ThisDealProps) {
  return (
    <Flex direction="column" gap="flush">
      <Text format={{ fontWeight: 'demibold' }}>This deal</Text>
      <Text>{contribution?.sentence ?? facts}</Text>
      {contribution?.remark && <Text variant="microcopy">{contribution.remark}</Text>}
    </Flex>
  );
}
