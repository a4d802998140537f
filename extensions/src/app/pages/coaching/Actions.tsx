// Generated from extensions/src/app/cards/coaching/Actions.tsx by `npm run generate`: edit it there.
import { Flex, Text } from '@hubspot/ui-extensions';
import type { CoachingAction } from '../contract/index.ts';
import { Action } from './Action.tsx';

/** What was promised: what is open first, then what was done lately. */
export function Actions({ actions }: { actions: readonly CoachingAction[] }) {
  if (actions.length === 0) return null;
  return (
    <Flex direction="column" gap="xs">
      <Text format={{ fontWeight: 'demibold' }}>Actions</Text>
      {actions.map((action) => (
        <Action key={action.id} action={action} />
      ))}
    </Flex>
  );
}
