import type { BegunText, Drafts } from '../../../contract/index.ts';
import { localMoment } from '../../../kernel/local-day.ts';
import { listEdits } from './edits/edit-text.ts';
import type { TextDraft } from './store.ts';

/** What the viewer has begun beside a record, as it stands in their boxes. */
export function describeDrafts(begun: readonly TextDraft[], timeZone: string): Drafts {
  const describe = ({ text, version, at }: TextDraft): BegunText => ({
    text,
    version,
    savedLabel: describeSaved(at, timeZone),
  });
  const line = begun.find(({ beside }) => beside.type !== 'note' && beside.type !== 'edit');
  return {
    line: line ? describe(line) : null,
    addenda: begun
      .filter(({ beside }) => beside.type === 'note')
      .map((draft) => ({ noteId: draft.beside.id, ...describe(draft) })),
    edits: listEdits(begun).map(({ at, ...edit }) => ({ ...edit, savedLabel: describeSaved(at, timeZone) })),
  };
}

/** "Saved 24 Nov, 10:42". */
export const describeSaved = (at: Date, timeZone: string): string => `Saved ${localMoment(at, timeZone)}`;
