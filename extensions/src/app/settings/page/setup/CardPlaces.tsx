import { Flex, Icon, List, Text } from '@hubspot/ui-extensions';
import type { SetupView } from '../../contract/index.ts';

/** How to place the cards, and which of them have been seen on a record. */
export function CardPlaces({ cards }: { cards: SetupView['cards'] }) {
  return (
    <Flex direction="column" gap="xs">
      <List variant="ordered">
        <Text>Open any deal and choose Customize above its middle column.</Text>
        <Text>Choose Add cards, then Card library, and search for Sideline.</Text>
        <Text>Add each card, and save the view for everybody. It ticks itself when it is first opened.</Text>
      </List>
      {cards.map(({ uid, name, place, seenLabel }) => (
        <Flex key={uid} gap="xs" align="center">
          {seenLabel === null ? (
            <Icon name="circleHollow" screenReaderText="Not seen yet" />
          ) : (
            <Icon name="success" color="success" screenReaderText="Seen" />
          )}
          <Text>{`${name} · ${place}${seenLabel === null ? '' : ` · seen ${seenLabel}`}`}</Text>
        </Flex>
      ))}
    </Flex>
  );
}
