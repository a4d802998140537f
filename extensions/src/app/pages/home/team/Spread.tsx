import { BarChart, Flex, Text } from '@hubspot/ui-extensions';
import type { HomeTeamView } from '../../contract/index.ts';

/** How many people are in each band of attainment, with the median beside the mean. */
export function Spread({ view: { bands, spread } }: { view: Pick<HomeTeamView, 'bands' | 'spread'> }) {
  return (
    <Flex direction="column" gap="xs">
      <BarChart
        data={bands.map(({ label, people }) => ({ band: label, people }))}
        axes={{
          x: { field: 'band', fieldType: 'category', label: 'Attainment' },
          y: { field: 'people', fieldType: 'linear', label: 'People' },
        }}
        options={{ title: 'How attainments spread', showDataLabels: true, showLegend: false }}
      />
      {spread !== null && <Text variant="microcopy">{spread}</Text>}
    </Flex>
  );
}
