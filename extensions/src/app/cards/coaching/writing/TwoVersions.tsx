import { Alert, AutoGrid, Button, Flex, Text, Tile } from '@hubspot/ui-extensions';
import type { ReactNode } from 'react';
import type { Stored } from './draft.ts';

interface TwoVersionsProps<Content> {
  /** "note". */
  what: string;
  mine: Content;
  theirs: Stored<Content> | null;
  show: (content: Content) => ReactNode;
  /** What keeping mine means where the other is gone. */
  keepLabel: string;
  onKeepMine: () => void;
  onTakeOther: () => void;
  /** Leaves it as it is elsewhere, where nothing can be written over it. */
  onLetGo: () => void;
}

/** Both versions of what was changed in two places, side by side; the author decides. */
export function TwoVersions<Content>(props: TwoVersionsProps<Content>) {
  const { what, mine, theirs, show, keepLabel, onKeepMine, onTakeOther, onLetGo } = props;
  if (theirs === null) {
    return (
      <Flex direction="column" gap="md">
        <Alert variant="warning" title={`This ${what} cannot be changed any more`}>
          It was finished or thrown away somewhere else. What you wrote is still here.
        </Alert>
        <Side title="Yours" label={keepLabel} onPress={onKeepMine}>
          {show(mine)}
        </Side>
        <Button onClick={onLetGo}>Let mine go</Button>
      </Flex>
    );
  }
  return (
    <Flex direction="column" gap="md">
      <Alert variant="warning" title={`This ${what} was changed somewhere else too`}>
        Both versions are here. Choose the one to go on with; the other stays readable below it.
      </Alert>
      <AutoGrid columnWidth={200} flexible gap="sm">
        <Side title="Yours" label="Keep mine" onPress={onKeepMine}>
          {show(mine)}
        </Side>
        <Side title="The other" label="Take the other" onPress={onTakeOther}>
          {show(theirs.content)}
        </Side>
      </AutoGrid>
    </Flex>
  );
}

interface SideProps {
  title: string;
  label: string;
  onPress: () => void;
  children: ReactNode;
}

function Side({ title, label, onPress, children }: SideProps) {
  return (
    <Tile compact>
      <Flex direction="column" gap="sm">
        <Text format={{ fontWeight: 'bold' }}>{title}</Text>
        {children}
        <Flex>
          <Button onClick={onPress}>{label}</Button>
        </Flex>
      </Flex>
    </Tile>
  );
}
