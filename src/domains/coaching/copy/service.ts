import { addDays } from 'date-fns/addDays';
import { auditOf } from '../../../access/index.ts';
import type { CopyState, ExportView, PersonRequest } from '../../../contract/index.ts';
import type { Caller, Refusal } from '../../../http/index.ts';
import type { Portal } from '../../../kernel/portal.ts';
import { err, ok, type Result } from '../../../kernel/result.ts';
import { inTransaction } from '../../../store/index.ts';
import { findViewer, quotasOf, reportsOf, type Person } from '../../quota/index.ts';
import { forPortal as actionsOf } from '../actions/store.ts';
import type { Action } from '../actions/types.ts';
import { forPortal as calibrationsOf } from '../calibration/store.ts';
import type { Calibration } from '../calibration/types.ts';
import { forPortal as heldOf } from '../held/store.ts';
import { forPortal as linesOf, type Line } from '../lines/store.ts';
import { hideDone, hideNews } from '../notes/hide-news.ts';
import type { NotesDependencies } from '../notes/service.ts';
import { forPortal as notesOf } from '../notes/store.ts';
import type { Addendum, Note } from '../notes/types.ts';
import { forPortal as requestsOf, type CoachingRequest } from '../requests/store.ts';
import { composeFile } from './compose-file.ts';
import { describeCopyState, describeOwnCopy } from './describe-copy.ts';
import { forPortal } from './store.ts';

/** What somebody may read of coaching, in full. */
export interface OwnCoaching {
  readonly notes: readonly Note[];
  readonly addenda: readonly Addendum[];
  readonly actions: readonly Action[];
  readonly lines: readonly Line[];
  /** Each with no levels but the person's own. */
  readonly calibrations: readonly Calibration[];
  /** What workflows wanted talked about with this person. */
  readonly requests: readonly CoachingRequest[];
}

export interface CopiesService {
  /** What a person wrote and what was shared with them, for the export that they make themselves. */
  readOwn(portalId: number, ownerId: string): Promise<OwnCoaching>;
  /** How the copy of a person stands, for ops. */
  state(caller: Caller, request: PersonRequest): Promise<Result<CopyState, Refusal>>;
  /** Ops start a copy; it is sealed before anybody could read it, and asking again while it waits starts no other. */
  prepare(caller: Caller, request: PersonRequest): Promise<Result<CopyState, Refusal>>;
  /** What waits for a person, in a sentence; null where nothing does. */
  describeWaiting(portal: Portal, ownerId: string): Promise<string | null>;
  /** Opens the copy of whoever asks. */
  collect(caller: Caller): Promise<Result<ExportView, Refusal>>;
}

/** Long enough for somebody on leave, short enough that it does not lie about. */
const WAITING_DAYS = 30;

export function createCopiesService({
  db,
  realClock,
  openSealer,
}: Pick<NotesDependencies, 'db' | 'realClock' | 'openSealer'>): CopiesService {
  /** Notes with what was added, none of it newer than the reader may know. */
  const readWhole = async (portalId: number, readerId: string, isCopy: boolean) => {
    const sealer = await openSealer(portalId);
    const reports = await reportsOf(db, portalId).read();
    const store = notesOf(db, portalId, sealer);
    const found = isCopy
      ? await store.listForCopy(readerId)
      : (await store.listAllReadable(readerId)).filter(({ handedAt }) => handedAt === null);
    const addenda = Map.groupBy(await store.listAddenda(found.map(({ id }) => id)), ({ noteId }) => noteId);
    return {
      notes: found.map((note) => hideNews(note, addenda.get(note.id) ?? [], readerId, reports)),
      actions: (await actionsOf(db, portalId, sealer).listAllReadable(readerId)).map((action) =>
        hideDone(action, readerId, reports),
      ),
      lines: await linesOf(db, portalId, sealer).list(readerId),
      calibrations: (await calibrationsOf(db, portalId, sealer).list(readerId)).map((calibration) => ({
        ...calibration,
        scorings: calibration.scorings.filter(({ managerId }) => managerId === readerId),
      })),
      requests: await requestsOf(db, portalId, sealer).listAll(readerId),
    };
  };
  const storeOf = async (portalId: number) => forPortal(db, portalId, await openSealer(portalId));
  const factsOf = async (portal: Portal, ownerId: string) => ({
    copy: await (await storeOf(portal.id)).read(ownerId),
    now: realClock.now(),
    timeZone: portal.timeZone,
  });
  const findPerson = async (portalId: number, ownerId: string): Promise<Result<Person, Refusal>> => {
    const people = await quotasOf(db, portalId).listPeople();
    const person = people.find((each) => each.ownerId === ownerId);
    return person
      ? ok(person)
      : err({ code: 'not_found', message: 'Sideline knows nobody with this number.', field: 'ownerId' });
  };
  const composeCopy = async (portalId: number, ownerId: string, madeAt: Date): Promise<string> => {
    const people = await quotasOf(db, portalId).listPeople();
    const names = new Map(people.map((person) => [person.ownerId, person.name]));
    return composeFile({
      ...(await readWhole(portalId, ownerId, true)),
      ...{ madeAt, portalId, ownerId },
      nameOf: (each) => names.get(each) ?? `Owner ${each}`,
      held: await heldOf(db, portalId).list(ownerId),
    });
  };

  return {
    async readOwn(portalId, ownerId) {
      const { notes, ...rest } = await readWhole(portalId, ownerId, false);
      return {
        notes: notes.map(({ note }) => note),
        addenda: notes.flatMap(({ addenda }) => addenda),
        ...rest,
      };
    },

    async state({ portal }, { ownerId }) {
      const person = await findPerson(portal.id, ownerId);
      if (!person.ok) return person;
      return ok(describeCopyState(await factsOf(portal, ownerId), person.value.name));
    },

    async prepare({ portal, userId }, { ownerId }) {
      const person = await findPerson(portal.id, ownerId);
      if (!person.ok) return person;
      const { name, archived, userId: personUser } = person.value;
      if (archived || personUser === null)
        return err({
          code: 'bad_request',
          message: `${name} has no active user in HubSpot, so nobody could open the copy. Activate the user there until it was collected.`,
          field: 'ownerId',
        });
      const madeAt = realClock.now();
      const file = await composeCopy(portal.id, ownerId, madeAt);
      const sealer = await openSealer(portal.id);
      await inTransaction(db, async (trx) => {
        const copy = { ownerId, askedBy: userId, file, madeAt, expiresAt: addDays(madeAt, WAITING_DAYS) };
        if (!(await forPortal(trx, portal.id, sealer).put(copy))) return;
        const details = { ownerId };
        await auditOf(trx, portal.id).add({ at: madeAt, userId, action: 'send person coaching', details });
      });
      return ok(describeCopyState(await factsOf(portal, ownerId), name));
    },

    async describeWaiting(portal, ownerId) {
      return describeOwnCopy(await factsOf(portal, ownerId));
    },

    async collect({ portal, userId }) {
      const viewer = findViewer(await quotasOf(db, portal.id).listPeople(), userId);
      const sealer = await openSealer(portal.id);
      const at = realClock.now();
      const json =
        viewer &&
        (await inTransaction(db, async (trx) => {
          const file = await forPortal(trx, portal.id, sealer).collect(viewer.ownerId, at);
          if (file !== null)
            await auditOf(trx, portal.id).add({ at, userId, action: 'collect coaching copy', details: {} });
          return file;
        }));
      return json === null
        ? err({ code: 'not_found', message: 'No copy waits for you. Ask ops to send you one.' })
        : ok({ fileName: `sideline-${portal.id}-coaching-${viewer?.ownerId ?? ''}.json`, json });
    },
  };
}
