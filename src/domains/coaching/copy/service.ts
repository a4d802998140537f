import { addDays } from 'date-fns/addDays';
import { auditOf } from '../../../access/index.ts';
import type { CopyState, ExportView, PersonRequest } from '../../../contract/index.ts';
import type { Caller, Refusal } from '../../../http/index.ts';
import type { Portal } from '../../../kernel/portal.ts';
import { err, ok, type Result } from '../../../kernel/result.ts';
import { inTransaction } from '../../../store/index.ts';
import { findViewer, quotasOf, type Person } from '../../quota/index.ts';
import { forPortal as heldOf } from '../held/store.ts';
import type { NotesDependencies } from '../notes/service.ts';
import { composeFile } from './compose-file.ts';
import { describeCopyState, describeOwnCopy } from './describe-copy.ts';
import { describeCoaching, type DescribedCoaching } from './kept/describe-coaching.ts';
import { readKept } from './kept/service.ts';
import { forPortal } from './store.ts';

export interface CopiesService {
  /** What a person wrote and what was shared with them, for the export that they make themselves. */
  readOwn(portalId: number, ownerId: string): Promise<DescribedCoaching>;
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
  const nameThem = async (portalId: number) => {
    const people = await quotasOf(db, portalId).listPeople();
    const names = new Map(people.map(({ ownerId, name }) => [ownerId, name]));
    return (ownerId: string) => names.get(ownerId) ?? `Owner ${ownerId}`;
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
  const composeCopy = async (portalId: number, ownerId: string, madeAt: Date): Promise<string> =>
    composeFile({
      ...{ madeAt, portalId, ownerId },
      nameOf: await nameThem(portalId),
      kept: await readKept({ db, portalId, sealer: await openSealer(portalId) }, ownerId, true),
      held: await heldOf(db, portalId).list(ownerId),
    });

  return {
    async readOwn(portalId, ownerId) {
      const open = { db, portalId, sealer: await openSealer(portalId) };
      return describeCoaching(await readKept(open, ownerId, false), await nameThem(portalId));
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
