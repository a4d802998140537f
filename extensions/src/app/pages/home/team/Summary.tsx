import { Flex, ProgressBar, Statistics, StatisticsItem, Text } from '@hubspot/ui-extensions';
import type { HomeTeamRow } from '../../contract/index.ts';

interface SummaryProps {
  row: HomeTeamRow;
  currency: string;
  participation: string | null;
}

/** The first row at a glance: how far, how fast, and what is still needed. */
export function Summary({ row, currency, participation }: SummaryProps) {
  const { attainment, quota, won, pace, needed, forecast, coverage } = row;
  if (!attainment || quota === null) {
    return (
      <Text>{`No quota for this period yet. Won so far: ${won} ${currency}. Ops can add quotas in Sideline's settings.`}</Text>
    );
  }
  return (
    <Flex direction="column" gap="md">
      <ProgressBar
        title={`${attainment.text} of quota`}
        value={Math.max(0, Math.min(100, Math.round(attainment.value * 100)))}
        variant={attainment.value >= 1 ? 'success' : 'warning'}
        valueDescription={`${won} of ${quota} ${currency}`}
        aria-label="Attainment"
      />
      <Statistics>
        <StatisticsItem label="On pace for" number={pace?.text ?? '–'}>
          {needed !== null && <Text>{describeNeed(needed, currency)}</Text>}
        </StatisticsItem>
        <StatisticsItem label="Forecast" number={`${forecast} ${currency}`} />
        {coverage !== null && <StatisticsItem label="Coverage" number={coverage} />}
        {participation !== null && <StatisticsItem label="Participation" number={participation} />}
      </Statistics>
    </Flex>
  );
}

function describeNeed(needed: string, currency: string): string {
  if (needed === 'met') return 'The quota is met.';
  return needed.endsWith(' short')
    ? `${needed}, and no working day is left`
    : `${needed} ${currency} a working day needed`;
}
