// Generated from extensions/src/app/cards/coaching/writing/Version.tsx by `npm run generate`: edit it there.
import { Flex, Text } from '@hubspot/ui-extensions';
import type { NoteContent, ScorableRubric } from '../../contract/index.ts';
import { Passage } from '../Passage.tsx';
import { isBlank, listLevels, writtenPassages } from './note-content.ts';

interface VersionProps {
  content: NoteContent;
  rubrics: readonly ScorableRubric[];
}

/** One version of a note, to read. */
export function Version({ content, rubrics }: VersionProps) {
  if (isBlank(content)) return <Text variant="microcopy">Empty</Text>;
  const promised = content.promises.map(({ text }) => text.trim()).filter(Boolean);
  return (
    <Flex direction="column" gap="xs">
      {writtenPassages(content.text).map(({ label, text }) => (
        <Passage key={label} label={label} text={text} />
      ))}
      {content.scoring !== undefined && (
        <Passage label="Scores" text={listLevels(content.scoring, rubrics).join('\n')} />
      )}
      {promised.length > 0 && <Passage label="Actions" text={promised.join('\n')} />}
    </Flex>
  );
}
