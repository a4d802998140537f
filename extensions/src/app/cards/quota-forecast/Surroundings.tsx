import { Flex, Text } from '@hubspot/ui-extensions';
import type { ReactNode } from 'react';
import type { QuotaForecastView } from '../contract/index.ts';

interface SurroundingsProps {
  view: QuotaForecastView;
  isStale: boolean;
  children: ReactNode;
}

/** What frames the figures: their period and time above, and below who else sees them. */
export function Surroundings({ view, isStale, children }: SurroundingsProps) {
  return (
    <Flex direction="column" gap="md">
      <Flex justify="between" align="baseline" wrap>
        <Text format={{ fontWeight: 'demibold' }}>{view.periodLabel}</Text>
        <Text variant="microcopy">
          {isStale ? `${view.asOfLabel} · could not be refreshed just now` : view.asOfLabel}
        </Text>
      </Flex>
      {children}
      <Text variant="microcopy">{view.audience}</Text>
    </Flex>
  );
}
