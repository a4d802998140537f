import { Alert, Flex, Heading, ProgressBar, Tag, Text, Tile } from '@hubspot/ui-extensions';
import type { Standing as StandingView } from '../contract/index.ts';

/** Where the person stands in the period, or what to do so that this can be said. */
export function Standing({ standing }: { standing: StandingView }) {
  if (standing.kind === 'notSetUp') return <Alert title={standing.headline}>{standing.nextStep}</Alert>;

  const { headline, attainment, progress, pace, needed, isExampleQuota, remarks } = standing;
  return (
    <Tile compact>
      <Flex direction="column" gap="xs">
        <Flex justify="between" align="center" wrap>
          <Heading>{headline}</Heading>
          {isExampleQuota && <Tag>Example quota</Tag>}
        </Flex>
        <ProgressBar aria-label={headline} value={barLength(attainment.value)} valueDescription={progress} />
        {pace !== null && <Text format={{ fontWeight: 'demibold' }}>{pace}</Text>}
        {needed !== null && <Text>{needed}</Text>}
        {isExampleQuota && (
          <Text variant="microcopy">Nobody has set this quota: Sideline proposes it from past results.</Text>
        )}
        {remarks.map((remark) => (
          <Text key={remark} variant="microcopy">
            {remark}
          </Text>
        ))}
      </Flex>
    </Tile>
  );
}

/** The bar ends at 100 and starts at 0; the headline says what lies beyond. */
function barLength(attainment: number): number {
  return Math.min(100, Math.max(0, Math.round(attainment * 100)));
}
