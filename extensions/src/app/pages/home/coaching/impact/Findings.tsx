import { Accordion, Flex, List, Statistics, StatisticsItem, Tag, Text } from '@hubspot/ui-extensions';
import type { ImpactView } from '../../../contract/index.ts';

/** What was found, with its interval and how many people it is about; then the tally that proves nothing. */
export function Findings({ view }: { view: ImpactView }) {
  const { sentence, metric, figures, method, moves } = view;
  return (
    <Flex direction="column" gap="sm">
      <Text>{sentence}</Text>
      {metric !== null && (
        <Text variant="microcopy">{`Judged by ${metric.title}. ${metric.chosenLabel}.`}</Text>
      )}
      {figures !== null && (
        <Statistics>
          <StatisticsItem label="Gained more than peers" number={figures.effect}>
            <Text>{`95 % interval: ${figures.interval}`}</Text>
            {figures.isChancePossible && <Text>This can be chance.</Text>}
          </StatisticsItem>
          <StatisticsItem label="Coached reps" number={figures.coached}>
            <Text>{`${figures.coachedBefore} in the year before`}</Text>
            {figures.leftOut > 0 && <Text>{`${figures.leftOut} more had no peer`}</Text>}
          </StatisticsItem>
          <StatisticsItem label="Peers" number={figures.peers}>
            <Text>{`${figures.peersBefore} in the year before`}</Text>
          </StatisticsItem>
        </Statistics>
      )}
      <Flex gap="sm" align="center" wrap>
        <Tag>not proof</Tag>
        <Text>{moves.sentence}</Text>
      </Flex>
      <Accordion title="How this is measured" size="small">
        <List>
          {method.map((line) => (
            <Text key={line}>{line}</Text>
          ))}
        </List>
      </Accordion>
    </Flex>
  );
}
