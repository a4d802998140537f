import type { Kysely } from 'kysely';
import { auditOf } from '../../../access/index.ts';
import type {
  AcknowledgeRequest,
  AddendumRequest,
  DiscardNoteRequest,
  Done,
  SavedNote,
  SaveNoteRequest,
} from '../../../contract/index.ts';
import type { Caller, Refusal } from '../../../http/index.ts';
import type { TextSealer } from '../../../install/index.ts';
import type { Clock } from '../../../kernel/clock.ts';
import { localMoment } from '../../../kernel/local-day.ts';
import { err, ok, type Result } from '../../../kernel/result.ts';
import { dealOwnersOf, storedOf } from '../../../mirror/index.ts';
import { inTransaction, type Tables } from '../../../store/index.ts';
import { findViewer, quotasOf, mapManagers } from '../../quota/index.ts';
import { listChanged } from '../actions/list-changed.ts';
import { forPortal as actionsOf } from '../actions/store.ts';
import { placeOfEdit } from '../drafts/place-of-draft.ts';
import { forPortal as draftsOf } from '../drafts/store.ts';
import { changedSince } from './changed-since.ts';
import { isSameContent } from './is-same-content.ts';
import { forPortal as rubricsOf } from '../rubric/store.ts';
import { unknownDeal } from '../unknown-deal.ts';
import { judgeText } from './judge-content.ts';
import { refuseAdding } from './refuse-adding.ts';
import { refuseContent } from './refuse-content.ts';
import { noSuchNote, notTheirs, refuseTarget } from './refuse-target.ts';
import { relateToRep } from './relate-to-rep.ts';
import { forPortal } from './store.ts';
import type { Note } from './types.ts';

export interface NotesService {
  /** Writes a draft, a private note or a shared one; loses nothing when somebody saved in between. */
  save(caller: Caller, request: SaveNoteRequest): Promise<Result<SavedNote, Refusal>>;
  discard(caller: Caller, request: DiscardNoteRequest): Promise<Result<Done, Refusal>>;
  acknowledge(caller: Caller, request: AcknowledgeRequest): Promise<Result<Done, Refusal>>;
  add(caller: Caller, request: AddendumRequest): Promise<Result<Done, Refusal>>;
}

export interface NotesDependencies {
  readonly db: Kysely<Tables>;
  /** Business dates: what is due. */
  readonly clock: Clock;
  /** When something was said or done, whatever the business date. */
  readonly realClock: Clock;
  readonly openSealer: (portalId: number) => Promise<TextSealer>;
  /** Actions, and what a deal shows of its coaching, are told to HubSpot by a job; a lost request is made good by the next one. */
  readonly askForWork: (portalId: number) => Promise<void>;
}

const savedElsewhere: Refusal = {
  code: 'conflict',
  message: 'This note was saved elsewhere meanwhile. Choose which of the two to keep.',
  field: 'version',
};
const ranks = { draft: 0, private: 1, shared: 2 } as const;

/** Coaching notes: who may write, read and answer follows from the hierarchy and from who wrote; roles open nothing. */
export function createNotesService({
  db,
  realClock,
  openSealer,
  askForWork,
}: NotesDependencies): NotesService {
  const whoIs = async ({ portal, userId }: Caller) => {
    const people = await quotasOf(db, portal.id).listPeople();
    const managerOf = mapManagers(people);
    return { managerOf, viewer: findViewer(people, userId) };
  };
  /** The note as the caller may see it. */
  const find = async (
    caller: Caller,
    noteId: string,
  ): Promise<
    Result<
      { note: Note; readerId: string; managerOf: ReadonlyMap<string, string | null>; sealer: TextSealer },
      Refusal
    >
  > => {
    const { managerOf, viewer } = await whoIs(caller);
    const sealer = await openSealer(caller.portal.id);
    const note =
      viewer && (await forPortal(db, caller.portal.id, sealer).readReadable(noteId, viewer.ownerId));
    return note ? ok({ note, readerId: viewer.ownerId, managerOf, sealer }) : err(noSuchNote);
  };

  return {
    async save(caller, request) {
      const { portal } = caller;
      const { managerOf, viewer } = await whoIs(caller);
      if (viewer === null || relateToRep(viewer.ownerId, request.ownerId, managerOf) !== 'manager')
        return err({
          code: 'not_found',
          message: 'You can write coaching notes about people who report to you. Ops can set who does.',
          field: 'ownerId',
        });
      const { scoring } = request.content;
      const [published] = await rubricsOf(db, portal.id).listVersions(scoring ? [scoring] : []);
      const judged = refuseContent(request.content, request.state, published);
      if (!judged.ok) return judged;
      const { content, warnings } = judged.value;
      const { state } = request;
      const at = realClock.now();
      const sealer = await openSealer(portal.id);
      const record = { type: request.recordType, id: request.recordId };
      const note = { authorId: viewer.ownerId, repId: request.ownerId, record, state, content };

      const stored = await inTransaction(
        db,
        async (trx): Promise<Result<{ id: string; version: number }, Refusal>> => {
          const notes = forPortal(trx, portal.id, sealer);
          const { noteId, editVersion = 0 } = request;
          // What was begun to be changed is shared now; what another window has written on since stays.
          const endEdit = (id: string) =>
            draftsOf(trx, portal.id, sealer).discard(viewer.ownerId, placeOfEdit(id), editVersion);
          const named = noteId === null ? null : await notes.readReadable(noteId, viewer.ownerId);
          const misnamed = noteId !== null && refuseTarget(named, note);
          if (misnamed) return err(misnamed);
          const isDeal = record.type === 'deal';
          if (isDeal && !(await storedOf(trx, portal.id).hold(record.id))) return err(unknownDeal);
          const before = named ?? (await notes.readDraft(note));
          if (isDeal && !before && !(await dealOwnersOf(trx, portal.id).isOrWasOf(record.id, note.repId)))
            return err(notTheirs);
          const isCurrent = (before?.version ?? 0) === request.version;
          const seen = request.seenPromises ?? before?.content.promises ?? [];
          // The same again, after an answer that never arrived, is no second save. To put back what HubSpot changed is one.
          const isNews = isCurrent && listChanged(content.promises, seen).size > 0;
          if (before && before.state === state && isSameContent(before.content, content) && !isNews) {
            await endEdit(before.id);
            return ok(before);
          }
          if (!isCurrent) return err(savedElsewhere);
          if (before && ranks[before.state] > ranks[state])
            return err({
              code: 'bad_request',
              message: `A ${before.state} note stays ${before.state}.`,
              field: 'state',
            });
          if (before?.acknowledgement || before?.selfScoring)
            return err({
              code: 'conflict',
              message: 'The rep has answered this note, so its text stays as it is. Add to it instead.',
              field: 'noteId',
            });
          const version = before && (await notes.save(before, { state, content }, at));
          const saved = before ? version !== null && { id: before.id, version } : await notes.begin(note, at);
          if (!saved) return err(savedElsewhere);
          await endEdit(saved.id);
          if (state === 'shared')
            await actionsOf(trx, portal.id, sealer).keepPromises({ ...note, ...saved }, seen, at);
          if (state !== 'draft')
            await auditOf(trx, portal.id).add({
              at,
              userId: caller.userId,
              action: state === 'shared' ? 'share coaching note' : 'keep coaching note',
              details: { noteId: saved.id, rep: note.repId },
            });
          return ok(saved);
        },
      );
      if (!stored.ok) return stored;
      if (state === 'shared') await askForWork(portal.id);
      return ok({
        noteId: stored.value.id,
        version: stored.value.version,
        state,
        savedLabel: `Saved ${localMoment(at, portal.timeZone)}`,
        warnings,
      });
    },

    async discard(caller, { noteId, version }) {
      const found = await find(caller, noteId);
      // Gone already is what was wanted, if this note was ever ours; somebody else's was never there.
      if (!found.ok) return found;
      const { note, readerId, sealer } = found.value;
      if (note.authorId !== readerId) return err(noSuchNote);
      if (note.state === 'shared')
        return err({
          code: 'bad_request',
          message: 'A shared note stays: the rep has it too.',
          field: 'noteId',
        });
      // The number may be larger than any that the store counts to.
      if (note.version !== version) return err(savedElsewhere);
      const isGone = await inTransaction(db, async (trx) => {
        if (!(await forPortal(trx, caller.portal.id, sealer).discard(noteId, readerId, version)))
          return false;
        const details = { noteId, rep: note.repId };
        await auditOf(trx, caller.portal.id).add({
          at: realClock.now(),
          userId: caller.userId,
          action: 'discard coaching note',
          details,
        });
        return true;
      });
      return isGone ? ok({ message: 'Thrown away.' }) : err(savedElsewhere);
    },

    async acknowledge(caller, { noteId, version, answer }) {
      const found = await find(caller, noteId);
      if (!found.ok) return found;
      const { note, readerId, sealer } = found.value;
      if (note.repId !== readerId) return err(noSuchNote);
      const done = {
        message: `Your manager sees that you have ${answer === 'seen' ? 'seen this' : answer}.`,
      };
      if (note.acknowledgement === answer) return ok(done);
      if (note.version !== version) return err(changedSince);
      const at = realClock.now();
      const isSaid = await inTransaction(db, async (trx) => {
        if (!(await forPortal(trx, caller.portal.id, sealer).acknowledge(note, answer, at))) return false;
        // What was answered is between the two; the log is read by ops.
        const details = { noteId };
        await auditOf(trx, caller.portal.id).add({
          at,
          userId: caller.userId,
          action: 'acknowledge coaching note',
          details,
        });
        return true;
      });
      if (isSaid) return ok(done);
      const now = await forPortal(db, caller.portal.id, sealer).readReadable(noteId, readerId);
      // The same answer was given at the same moment, in another place.
      if (now?.acknowledgement === answer) return ok(done);
      return now?.version === version
        ? err({
            code: 'conflict',
            message: `You have ${now.acknowledgement ?? 'answered'} already. Reply if you see it otherwise now.`,
            field: 'answer',
          })
        : err(changedSince);
    },

    async add(caller, { noteId, text }) {
      const found = await find(caller, noteId);
      if (!found.ok) return found;
      const { note, readerId, managerOf, sealer } = found.value;
      const refused = refuseAdding(note, readerId, managerOf);
      if (refused) return err(refused);
      const fault = judgeText({ field: 'text', label: 'This', text });
      if (fault) return err({ code: 'bad_request', ...fault });
      if (note.state !== 'shared' || text.trim() === '')
        return err({
          code: 'bad_request',
          message:
            note.state === 'shared'
              ? 'Write something first.'
              : 'Change the note itself; nobody else has read it.',
          field: 'text',
        });
      const at = realClock.now();
      await inTransaction(db, async (trx) => {
        const notes = forPortal(trx, caller.portal.id, sealer);
        // The same words twice from one person are one addendum that was sent twice.
        const own = (await notes.listAddenda([noteId])).filter(({ authorId }) => authorId === readerId);
        if (own.at(-1)?.text === text) return;
        await notes.addAddendum({ noteId, authorId: readerId, text, at });
        await auditOf(trx, caller.portal.id).add({
          at,
          userId: caller.userId,
          action: 'add to coaching note',
          details: { noteId },
        });
      });
      return ok({ message: 'Added.' });
    },
  };
}
