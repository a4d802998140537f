import { Button, EmptyState, Flex, Heading, Text } from '@hubspot/ui-extensions';
import type { HomeTeamView } from '../../contract/index.ts';
import type { Figure } from './figure.ts';
import { Spread } from './Spread.tsx';
import { StandingTable } from './StandingTable.tsx';
import { Summary } from './Summary.tsx';

interface StandingsProps {
  view: HomeTeamView;
  onOpen: (figure: Figure) => void;
  onRefresh: () => void;
}

export function Standings({ view, onOpen, onRefresh }: StandingsProps) {
  const { whose, currency, periodLabel, asOfLabel, rows } = view;
  const [first] = rows;
  if (!first) {
    return (
      <EmptyState title="Nobody to show yet" layout="vertical" imageName="building">
        <Text>No deal has an owner yet. As soon as one has, they stand here.</Text>
      </EmptyState>
    );
  }
  return (
    <Flex direction="column" gap="lg">
      <Flex justify="between" align="center" gap="sm" wrap>
        <Flex direction="column" gap="flush">
          <Heading>{`${whose} in ${periodLabel}`}</Heading>
          <Text variant="microcopy">{asOfLabel}</Text>
        </Flex>
        <Flex gap="sm">
          <Button size="small" onClick={() => onOpen({ subject: first.subject, figure: 'leftOut' })}>
            What is left out
          </Button>
          <Button size="small" onClick={onRefresh}>
            Refresh
          </Button>
        </Flex>
      </Flex>
      <Summary row={first} currency={currency} participation={view.participation} />
      {view.bands.length > 0 && <Spread view={view} />}
      <StandingTable rows={rows} currency={currency} onOpen={onOpen} />
    </Flex>
  );
}
