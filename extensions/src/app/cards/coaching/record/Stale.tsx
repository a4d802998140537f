import { Text } from '@hubspot/ui-extensions';

export const Stale = () => (
  <Text variant="microcopy">Could not be refreshed just now. This is what was there before.</Text>
);
