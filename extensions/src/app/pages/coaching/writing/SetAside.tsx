// Generated from extensions/src/app/cards/coaching/writing/SetAside.tsx by `npm run generate`: edit it there.
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
