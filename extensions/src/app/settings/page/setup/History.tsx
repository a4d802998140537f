import { Accordion, BarChart, Flex, List, Text } from '@hubspot/ui-extensions';
import { historyView, type HistoryView } from '../../contract/index.ts';
import { Loaded } from '../Loaded.tsx';

/** What the portal's own past says of the two ways to forecast; asked when it is opened, because it takes a moment. */
export function History() {
  return (
    <Loaded question={{ path: '/settings/setup/history', answer: historyView }} label="Looking at your past">
      {(view) => (view.kind === 'measured' ? <Measured view={view} /> : <Text>{view.sentence}</Text>)}
    </Loaded>
  );
}

function Measured({ view }: { view: Extract<HistoryView, { kind: 'measured' }> }) {
  const { periods, remarks, asOfLabel } = view;
  const rows = periods.flatMap(({ label, values }) => [
    { period: label, what: 'What came of them', amount: values.actual },
    { period: label, what: 'Weighted pipeline', amount: values.pipeline },
    { period: label, what: 'Sideline', amount: values.sideline },
  ]);
  return (
    <Flex direction="column" gap="sm">
      <BarChart
        data={rows}
        axes={{
          x: { field: 'period', fieldType: 'category' },
          y: { field: 'amount', fieldType: 'linear', label: 'Won from deals that were open at the start' },
          options: { groupFieldByColor: 'what' },
        }}
        options={{ showLegend: true, showTooltips: true }}
      />
      <Accordion title="How this was counted" size="xs">
        <List>
          {periods.map(({ label, deals, actual, pipeline, sideline }) => (
            <Text key={label}>
              {`${label}: ${deals} open deals. Came: ${actual}. Weighted pipeline: ${pipeline}. Sideline: ${sideline}.`}
            </Text>
          ))}
          {remarks.map((remark) => (
            <Text key={remark}>{remark}</Text>
          ))}
        </List>
      </Accordion>
      <Text variant="microcopy">{`as of ${asOfLabel}`}</Text>
    </Flex>
  );
}
