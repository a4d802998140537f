// Generated from extensions/src/app/cards/coaching/scores/Skills.tsx by `npm run generate`: edit it there.
import { Accordion, Flex, Text } from '@hubspot/ui-extensions';
import type { CoachingCardView } from '../../contract/index.ts';

/** Where the rep's skills stand, and where each is going. */
export function Skills({ view: { viewer, rep, skills } }: { view: CoachingCardView }) {
  if (skills.length === 0) return null;
  const whose = viewer === 'rep' ? 'Your skills' : `${rep?.name ?? 'The rep'}: skills`;
  return (
    <Accordion title={`${whose} over time`} size="xs">
      <Flex direction="column" gap="flush">
        {skills.map(({ id, name, level, trend }) => (
          <Text key={id}>{`${name}: ${level} · ${trend}`}</Text>
        ))}
      </Flex>
    </Accordion>
  );
}
