import { Accordion } from '@hubspot/ui-extensions';
import type { NoteContent } from '../../contract/index.ts';
import { Version } from './Version.tsx';

/** The version that was not kept after a conflict, to copy from. */
export function SetAside({ content }: { content: NoteContent }) {
  return (
    <Accordion title="The version you did not keep" size="xs">
      <Version content={content} />
    </Accordion>
  );
}
