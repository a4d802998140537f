// Generated from extensions/src/app/cards/coaching/Passage.tsx by `npm run generate`: edit it there.
import { Button, Flex, Text } from '@hubspot/ui-extensions';
import { useState } from 'react';

/** A page pasted by mistake does not push everything else away. */
const shortLength = 600;

/** Something said under its label, line by line; a very long one opens when it is wanted. */
export function Passage({ label, text }: { label: string; text: string }) {
  const [isWhole, setWhole] = useState(false);
  const isLong = text.length > shortLength;
  const shown = isLong && !isWhole ? `${text.slice(0, shortLength).trimEnd()} …` : text;
  const lines = shown.split('\n').filter((line) => line.trim() !== '');
  return (
    <Flex direction="column" gap="flush">
      <Text variant="microcopy" format={{ fontWeight: 'demibold' }}>
        {label}
      </Text>
      {lines.map((line, index) => (
        <Text key={index}>{line}</Text>
      ))}
      {isLong && (
        <Flex>
          <Button variant="transparent" size="xs" onClick={() => setWhole(!isWhole)}>
            {isWhole ? 'Show less' : 'Show all of it'}
          </Button>
        </Flex>
      )}
    </Flex>
  );
}
