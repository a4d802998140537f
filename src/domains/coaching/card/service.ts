import type { CoachingCardRequest } from '../../../contract/index.ts';
import { quotasOf } from '../../quota/index.ts';
import { forPortal as actionsOf } from '../actions/store.ts';
import { forPortal as linesOf } from '../lines/store.ts';
import { hideDone, hideNews } from '../notes/hide-news.ts';
import { relateToRep } from '../notes/relate-to-rep.ts';
import type { NotesDependencies } from '../notes/service.ts';
import { forPortal as notesOf } from '../notes/store.ts';

/** What one viewer may read beside a record; that they read what somebody else wrote is remembered. */
export async function readSeen(
  { db, openSealer }: Pick<NotesDependencies, 'db' | 'openSealer'>,
  portalId: number,
  viewerId: string,
  {
    request,
    repId,
    today,
    managerOf,
  }: {
    readonly request: CoachingCardRequest;
    /** Whose lines the viewer may read; null for somebody who has no part in this record's coaching. */
    readonly repId: string | null;
    readonly today: string;
    readonly managerOf: ReadonlyMap<string, string | null>;
  },
) {
  const sealer = await openSealer(portalId);
  const record = { type: request.recordType, id: request.recordId };
  const store = notesOf(db, portalId, sealer);
  const notes = await store.listReadable(record, viewerId);
  const addenda = Map.groupBy(await store.listAddenda(notes.map(({ id }) => id)), ({ noteId }) => noteId);
  const settings = await quotasOf(db, portalId).listSettings();
  const reports = new Map(
    settings.map(({ ownerId, managerId, managerSince }) => [ownerId, { managerId, since: managerSince }]),
  );
  const foreign = notes.filter(({ authorId }) => authorId !== viewerId).map(({ id }) => id);
  await store.noteAccess(foreign, viewerId, today);
  return {
    notes: notes.map((note) => ({
      ...hideNews(note, addenda.get(note.id) ?? [], viewerId, reports),
      mayWrite: relateToRep(viewerId, note.repId, managerOf) === 'manager',
    })),
    actions: (await actionsOf(db, portalId, sealer).listReadable(record, viewerId)).map((action) =>
      hideDone(action, viewerId, reports),
    ),
    lines: repId === null ? [] : await linesOf(db, portalId, sealer).list(repId),
  };
}
