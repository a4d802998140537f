import { Accordion } from '@hubspot/ui-extensions';
import type { NoteContent, ScorableRubric } from '../../contract/index.ts';
import { Version } from './Version.tsx';

interface SetAsideProps {
  content: NoteContent;
  rubrics: readonly ScorableRubric[];
}

/** The version that was not kept after a conflict, to copy from. */
export function SetAside({ content, rubrics }: SetAsideProps) {
  return (
    <Accordion title="The version you did not keep" size="xs">
      <Version content={content} rubrics={rubrics} />
    </Accordion>
  );
}
