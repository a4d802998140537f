import type { DraftPlace, SavedDraft, SaveDraftRequest } from '../../../contract/index.ts';
import type { Caller, Refusal } from '../../../http/index.ts';
import { err, ok, type Result } from '../../../kernel/result.ts';
import { storedOf } from '../../../mirror/index.ts';
import { inTransaction } from '../../../store/index.ts';
import { findViewer, quotasOf, mapManagers } from '../../quota/index.ts';
import { judgeText } from '../notes/judge-content.ts';
import type { NotesDependencies } from '../notes/service.ts';
import { refuseAdding } from '../notes/refuse-adding.ts';
import { forPortal as notesOf } from '../notes/store.ts';
import { unknownDeal } from '../unknown-deal.ts';
import { describeSaved } from './describe-drafts.ts';
import { placeOfDraft } from './place-of-draft.ts';
import { savedElsewhere } from './saved-elsewhere.ts';
import { forPortal } from './store.ts';

export interface DraftsService {
  /** Keeps what somebody has begun to write, for them alone; loses nothing when another window saved in between. */
  save(caller: Caller, request: SaveDraftRequest): Promise<Result<SavedDraft, Refusal>>;
  /** What was sent is no draft any more; one that was written on since stays. */
  finish<Sent>(
    caller: Caller,
    draft: { readonly place: DraftPlace; readonly version: number | undefined },
    sending: Promise<Result<Sent, Refusal>>,
  ): Promise<Result<Sent, Refusal>>;
}

const nobody: Refusal = {
  code: 'forbidden',
  message: 'HubSpot knows no owner behind you, so you have no 1:1 in Sideline.',
};
const noSuchNote = { code: 'not_found', message: 'There is no such note.', field: 'place.noteId' } as const;

/** What people have begun to write in the boxes of coaching; a note has a draft of its own. */
export function createDraftsService({
  db,
  realClock,
  openSealer,
}: Pick<NotesDependencies, 'db' | 'realClock' | 'openSealer'>): DraftsService {
  const whoIs = async ({ portal, userId }: Caller) => {
    const people = await quotasOf(db, portal.id).listPeople();
    const managerOf = mapManagers(people);
    return { managerOf, authorId: findViewer(people, userId)?.ownerId ?? null };
  };

  return {
    async save(caller, { place, version, text }) {
      const { portal } = caller;
      const { managerOf, authorId } = await whoIs(caller);
      if (authorId === null) return err(place.kind === 'line' ? nobody : noSuchNote);
      const fault = judgeText({ field: 'text', label: 'This', text });
      if (fault) return err({ code: 'bad_request', ...fault });
      const sealer = await openSealer(portal.id);
      const at = realClock.now();
      const beside = placeOfDraft(place);
      return inTransaction(db, async (trx): Promise<Result<SavedDraft, Refusal>> => {
        if (place.kind === 'addendum') {
          const note = await notesOf(trx, portal.id, sealer).readReadable(place.noteId, authorId);
          if (note?.state !== 'shared') return err(noSuchNote);
          const refused = refuseAdding(note, authorId, managerOf);
          if (refused) return err({ ...refused, field: noSuchNote.field });
        } else if (place.recordType === 'deal' && !(await storedOf(trx, portal.id).hold(place.recordId)))
          return err(unknownDeal);
        const drafts = forPortal(trx, portal.id, sealer);
        const now = await drafts.save(authorId, { beside, text, version, at });
        return now === null
          ? err(savedElsewhere)
          : ok({ version: now, savedLabel: describeSaved(at, portal.timeZone) });
      });
    },

    async finish(caller, { place, version }, sending) {
      const sent = await sending;
      if (!sent.ok || version === undefined) return sent;
      const { authorId } = await whoIs(caller);
      const drafts = forPortal(db, caller.portal.id, await openSealer(caller.portal.id));
      if (authorId !== null) await drafts.discard(authorId, placeOfDraft(place), version);
      return sent;
    },
  };
}
