import type { ScorableRubric } from '../../contract/index.ts';
import type { Stored } from './draft.ts';
import { TwoVersions } from './TwoVersions.tsx';
import type { Writing } from './use-draft.ts';
import { Version } from './Version.tsx';

interface ConflictProps {
  writing: Writing;
  theirs: Stored | null;
  rubrics: readonly ScorableRubric[];
  /** Leaves the note as it is elsewhere, where nothing can be written over it. */
  onLetGo: () => void;
}

/** Both versions of a note that was changed in two places. */
export function Conflict({ writing, theirs, rubrics, onLetGo }: ConflictProps) {
  return (
    <TwoVersions
      what="note"
      mine={writing.draft.content}
      theirs={theirs}
      show={(content) => <Version content={content} rubrics={rubrics} />}
      keepLabel="Keep mine as a new note"
      onKeepMine={writing.keepMine}
      onTakeOther={writing.takeOther}
      onLetGo={onLetGo}
    />
  );
}
