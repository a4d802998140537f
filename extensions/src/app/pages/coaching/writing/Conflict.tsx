// Generated from extensions/src/app/cards/coaching/writing/Conflict.tsx by `npm run generate`: edit it there.
import { Alert, AutoGrid, Button, Flex, Text, Tile } from '@hubspot/ui-extensions';
import type { NoteContent, ScorableRubric } from '../../contract/index.ts';
import type { StoredNote } from './draft.ts';
import type { Writing } from './use-draft.ts';
import { Version } from './Version.tsx';

interface ConflictProps {
  writing: Writing;
  theirs: StoredNote | null;
  rubrics: readonly ScorableRubric[];
  /** Leaves the note as it is elsewhere, where nothing can be written over it. */
  onLetGo: () => void;
}

/** Both versions of a note that was changed in two places, side by side; the author decides. */
export function Conflict({ writing, theirs, rubrics, onLetGo }: ConflictProps) {
  const { draft, keepMine, takeOther } = writing;
  if (theirs === null) {
    return (
      <Flex direction="column" gap="md">
        <Alert variant="warning" title="This note cannot be changed any more">
          It was finished or thrown away somewhere else. What you wrote is still here.
        </Alert>
        <Side
          title="Yours"
          content={draft.content}
          rubrics={rubrics}
          label="Keep mine as a new note"
          onPress={keepMine}
        />
        <Button onClick={onLetGo}>Let mine go</Button>
      </Flex>
    );
  }
  return (
    <Flex direction="column" gap="md">
      <Alert variant="warning" title="This note was changed somewhere else too">
        Both versions are here. Choose the one to go on with; the other stays readable below it.
      </Alert>
      <AutoGrid columnWidth={200} flexible gap="sm">
        <Side title="Yours" content={draft.content} rubrics={rubrics} label="Keep mine" onPress={keepMine} />
        <Side
          title="The other"
          content={theirs.content}
          rubrics={rubrics}
          label="Take the other"
          onPress={takeOther}
        />
      </AutoGrid>
    </Flex>
  );
}

interface SideProps {
  title: string;
  content: NoteContent;
  rubrics: readonly ScorableRubric[];
  label: string;
  onPress: () => void;
}

function Side({ title, content, rubrics, label, onPress }: SideProps) {
  return (
    <Tile compact>
      <Flex direction="column" gap="sm">
        <Text format={{ fontWeight: 'bold' }}>{title}</Text>
        <Version content={content} rubrics={rubrics} />
        <Flex>
          <Button onClick={onPress}>{label}</Button>
        </Flex>
      </Flex>
    </Tile>
  );
}
