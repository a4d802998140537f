import { Accordion, Flex, List, Tag, Text } from '@hubspot/ui-extensions';
import type { Likelihood as LikelihoodView } from '../contract/index.ts';

/** How likely the deal is to be won in time, by what evidence, and how that was reckoned. */
export function Likelihood({ likelihood }: { likelihood: LikelihoodView }) {
  if (likelihood.kind === 'none') return <Text>{likelihood.sentence}</Text>;

  const { label, probability, evidence, basis, forecastAmount, explanation } = likelihood;
  return (
    <Flex direction="column" gap="xs">
      <Flex gap="sm" align="center" wrap>
        <Text format={{ fontWeight: 'demibold' }}>{label}</Text>
        <Text format={{ fontWeight: 'bold' }}>{probability.text}</Text>
        {basis === 'pipeline' && <Tag>Pipeline’s own percentage</Tag>}
      </Flex>
      <Text>{evidence}</Text>
      {forecastAmount !== null && <Text>{`Counts as ${forecastAmount} in the forecast.`}</Text>}
      {explanation.length > 0 && (
        <Accordion title="Why?" size="xs">
          <List>
            {explanation.map((line) => (
              <Text key={line}>{line}</Text>
            ))}
          </List>
        </Accordion>
      )}
    </Flex>
  );
}
