import type { DiscardEditRequest, Done, SavedDraft, SaveEditRequest } from '../../../../contract/index.ts';
import type { Caller, Refusal } from '../../../../http/index.ts';
import { err, ok, type Result } from '../../../../kernel/result.ts';
import { inTransaction } from '../../../../store/index.ts';
import { findViewer, quotasOf, mapManagers } from '../../../quota/index.ts';
import { isSameContent } from '../../notes/is-same-content.ts';
import { refuseAdding } from '../../notes/refuse-adding.ts';
import { refuseContent } from '../../notes/refuse-content.ts';
import { noSuchNote } from '../../notes/refuse-target.ts';
import type { NotesDependencies } from '../../notes/service.ts';
import { forPortal as notesOf } from '../../notes/store.ts';
import { forPortal as rubricsOf } from '../../rubric/store.ts';
import { describeSaved } from '../describe-drafts.ts';
import { placeOfEdit } from '../place-of-draft.ts';
import { savedElsewhere } from '../saved-elsewhere.ts';
import { forPortal } from '../store.ts';
import { writeEdit } from './edit-text.ts';

export interface EditsService {
  /** Keeps what the author of a shared note has begun to change in it, for them alone: also once the rep has answered. */
  save(caller: Caller, request: SaveEditRequest): Promise<Result<SavedDraft, Refusal>>;
  discard(caller: Caller, request: DiscardEditRequest): Promise<Result<Done, Refusal>>;
}

/** Changes of shared notes that their authors have begun. */
export function createEditsService({
  db,
  realClock,
  openSealer,
}: Pick<NotesDependencies, 'db' | 'realClock' | 'openSealer'>): EditsService {
  return {
    async save({ portal, userId }, { noteId, version, ...edit }) {
      const people = await quotasOf(db, portal.id).listPeople();
      const authorId = findViewer(people, userId)?.ownerId ?? '';
      const managerOf = mapManagers(people);
      const sealer = await openSealer(portal.id);
      const at = realClock.now();
      return inTransaction(db, async (trx): Promise<Result<SavedDraft, Refusal>> => {
        const note = await notesOf(trx, portal.id, sealer).readReadable(noteId, authorId);
        if (note?.authorId !== authorId || note.state !== 'shared') return err(noSuchNote);
        const refused = refuseAdding(note, authorId, managerOf);
        if (refused) return err(refused);
        const { scoring } = edit.content;
        const [published] = await rubricsOf(trx, portal.id).listVersions(scoring ? [scoring] : []);
        const judged = refuseContent(edit.content, 'draft', published);
        if (!judged.ok) return judged;
        const shown = { ...note.content, promises: edit.seenPromises };
        const isNone = edit.noteVersion === note.version && isSameContent(edit.content, shown);
        const now = await forPortal(trx, portal.id, sealer).save(authorId, {
          ...{ beside: placeOfEdit(noteId), text: isNone ? '' : writeEdit(edit), version, at },
        });
        return now === null
          ? err(savedElsewhere)
          : ok({ version: now, savedLabel: describeSaved(at, portal.timeZone) });
      });
    },

    async discard({ portal, userId }, { noteId, version }) {
      const authorId = findViewer(await quotasOf(db, portal.id).listPeople(), userId)?.ownerId ?? '';
      const sealer = await openSealer(portal.id);
      const note = await notesOf(db, portal.id, sealer).readReadable(noteId, authorId);
      if (note?.authorId !== authorId) return err(noSuchNote);
      const drafts = forPortal(db, portal.id, sealer);
      await drafts.discard(authorId, placeOfEdit(noteId), version);
      // Gone already is what was wanted.
      const isGone = (await drafts.read(authorId, placeOfEdit(noteId))) === null;
      return isGone ? ok({ message: 'Thrown away.' }) : err(savedElsewhere);
    },
  };
}
