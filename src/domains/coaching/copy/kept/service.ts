import type { Kysely } from 'kysely';
import type { TextSealer } from '../../../../install/index.ts';
import type { Tables } from '../../../../store/index.ts';
import { quotasOf, reportsOf } from '../../../quota/index.ts';
import { forPortal as actionsOf } from '../../actions/store.ts';
import { forPortal as calibrationsOf } from '../../calibration/store.ts';
import { listEdits } from '../../drafts/edits/edit-text.ts';
import { forPortal as draftsOf } from '../../drafts/store.ts';
import { forPortal as linesOf } from '../../lines/store.ts';
import { hideLater, hideNews } from '../../notes/hide-news.ts';
import { forPortal as notesOf } from '../../notes/store.ts';
import { forPortal as requestsOf } from '../../requests/store.ts';
import { forPortal as risksOf } from '../../risks/store.ts';
import { forPortal as rubricsOf } from '../../rubric/store.ts';
import { keepLevels } from './keep-levels.ts';
import type { KeptCoaching } from './types.ts';

/** Where coaching is read, and with what it is opened. */
export interface OpenPortal {
  readonly db: Kysely<Tables>;
  readonly portalId: number;
  readonly sealer: TextSealer;
}

/**
 * What coaching keeps of a person, none of it newer than they may know. A copy holds what they may read nowhere else: private
 * notes about them, changes of notes that their authors have begun, promises that were taken back, and how managers scored a
 * deal of theirs.
 */
export async function readKept(
  { db, portalId, sealer }: OpenPortal,
  personId: string,
  isCopy: boolean,
): Promise<KeptCoaching> {
  const reports = await reportsOf(db, portalId).read();
  const store = notesOf(db, portalId, sealer);
  const notes = isCopy
    ? await store.listForCopy(personId)
    : (await store.listAllReadable(personId)).filter(({ handedAt }) => handedAt === null);
  const addenda = Map.groupBy(await store.listAddenda(notes.map(({ id }) => id)), ({ noteId }) => noteId);
  const promised = actionsOf(db, portalId, sealer);
  const actions = isCopy ? await promised.listForCopy(personId) : await promised.listAllReadable(personId);
  const calibrations = (await calibrationsOf(db, portalId, sealer).listAll(personId)).flatMap((each) =>
    keepLevels(each, personId, isCopy),
  );
  const begun = draftsOf(db, portalId, sealer);
  const drafts = isCopy ? await begun.listForCopy(personId) : await begun.list(personId);
  const scorings = [...notes, ...listEdits(drafts)].flatMap(({ content }) => content.scoring ?? []);
  return {
    notes: notes.map((note) => hideNews(note, addenda.get(note.id) ?? [], personId, reports)),
    actions: hideLater(actions, notes, personId, reports).filter(({ isDropped }) => isCopy || !isDropped),
    lines: await linesOf(db, portalId, sealer).listAll(personId),
    calibrations,
    requests: await requestsOf(db, portalId, sealer).listAll(personId),
    drafts,
    disputes: await risksOf(db, portalId).listAllDisputed(personId),
    rubrics: await rubricsOf(db, portalId).listVersions([...scorings, ...calibrations]),
  };
}

/** People as HubSpot names them. */
export async function nameThem({ db, portalId }: Pick<OpenPortal, 'db' | 'portalId'>) {
  const people = await quotasOf(db, portalId).listPeople();
  const names = new Map(people.map(({ ownerId, name }) => [ownerId, name]));
  return (ownerId: string): string => names.get(ownerId) ?? `Owner ${ownerId}`;
}
