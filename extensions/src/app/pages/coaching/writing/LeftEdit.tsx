// Generated from extensions/src/app/cards/coaching/writing/LeftEdit.tsx by `npm run generate`: edit it there.
import { Flex, Text, Tile } from '@hubspot/ui-extensions';
import type { BegunEdit, ScorableRubric } from '../../contract/index.ts';
import { Discard } from './Discard.tsx';
import { Version } from './Version.tsx';

interface LeftEditProps {
  edit: BegunEdit;
  rubrics: readonly ScorableRubric[];
}

/** What its author had begun to change when a note could not be changed any more: to copy from, or to throw away. */
export function LeftEdit({ edit, rubrics }: LeftEditProps) {
  return (
    <Tile compact>
      <Flex direction="column" gap="xs">
        <Text format={{ fontWeight: 'demibold' }}>You had begun to change this note</Text>
        <Text variant="microcopy">
          It can no longer be changed, and stands as you shared it. This is kept for you alone.
        </Text>
        <Version content={edit.content} rubrics={rubrics} />
        <Flex>
          <Discard
            kind="edit"
            noteId={edit.noteId}
            version={edit.version}
            what="change that you have begun"
          />
        </Flex>
      </Flex>
    </Tile>
  );
}
