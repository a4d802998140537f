import { addDays } from 'date-fns/addDays';
import type { Kysely } from 'kysely';
import { auditOf } from '../../../access/index.ts';
import type { CopyState, ExportView, OwnCopy, PersonRequest } from '../../../contract/index.ts';
import type { Caller, Refusal } from '../../../http/index.ts';
import type { Portal } from '../../../kernel/portal.ts';
import { err, ok, type Result } from '../../../kernel/result.ts';
import { inTransaction, type Tables } from '../../../store/index.ts';
import { findViewer, quotasOf, type Person } from '../../quota/index.ts';
import { forPortal as heldOf } from '../held/store.ts';
import type { NotesDependencies } from '../notes/service.ts';
import { composeFile } from './compose-file.ts';
import { describeCopyState, describeOwnCopy } from './describe-copy.ts';
import { isWaiting } from './is-waiting.ts';
import { describeCoaching, type DescribedCoaching } from './kept/describe-coaching.ts';
import { nameThem, readKept } from './kept/service.ts';
import { forPortal } from './store.ts';

export interface CopiesService {
  /** What a person wrote and what was shared with them, for the export that they make themselves. */
  readOwn(portalId: number, ownerId: string): Promise<DescribedCoaching>;
  /** How the copy of a person stands, for ops. */
  state(caller: Caller, request: PersonRequest): Promise<Result<CopyState, Refusal>>;
  /** Ops start a copy; it is sealed before anybody could read it, and asking again while it waits starts no other. */
  prepare(caller: Caller, request: PersonRequest): Promise<Result<CopyState, Refusal>>;
  /** What waits for a person, or was withdrawn; null where there is nothing to say. */
  describeOwn(portal: Portal, ownerId: string): Promise<OwnCopy | null>;
  /**
   * Made outside a transaction, to be used in the one that erases a person, before anything else of coaching is: withdraws the
   * copies of others that hold something of theirs, and answers whose they were.
   */
  openWithdrawing(
    portalId: number,
  ): Promise<(trx: Kysely<Tables>, ownerId: string, at: Date) => Promise<string[]>>;
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
  const storeOf = async (portalId: number) => forPortal(db, portalId, await openSealer(portalId));
  const factsOf = async (portal: Portal, ownerId: string) => ({
    copy: await (await storeOf(portal.id)).read(ownerId),
    now: realClock.now(),
    timeZone: portal.timeZone,
  });
  const findPerson = async (
    from: Kysely<Tables>,
    portalId: number,
    ownerId: string,
  ): Promise<Result<Person, Refusal>> => {
    const people = await quotasOf(from, portalId).listPeople();
    const person = people.find((each) => each.ownerId === ownerId);
    return person
      ? ok(person)
      : err({ code: 'not_found', message: 'Sideline knows nobody with this number.', field: 'ownerId' });
  };

  const state = async (portal: Portal, ownerId: string): Promise<Result<CopyState, Refusal>> => {
    const person = await findPerson(db, portal.id, ownerId);
    if (!person.ok) return person;
    return ok(describeCopyState(await factsOf(portal, ownerId), person.value.name));
  };

  return {
    async readOwn(portalId, ownerId) {
      const open = { db, portalId, sealer: await openSealer(portalId) };
      return describeCoaching(await readKept(open, ownerId, false), await nameThem(open));
    },

    state: ({ portal }, { ownerId }) => state(portal, ownerId),

    async prepare({ portal, userId }, { ownerId }) {
      const portalId = portal.id;
      const sealer = await openSealer(portalId);
      const madeAt = realClock.now();
      const refused = await inTransaction(db, async (trx): Promise<Refusal | null> => {
        const store = forPortal(trx, portalId, sealer);
        const before = await store.readToMake(ownerId);
        const person = await findPerson(trx, portalId, ownerId);
        if (!person.ok) return person.failure;
        const { name, archived, userId: personUser } = person.value;
        if (archived || personUser === null)
          return {
            code: 'bad_request',
            message: `${name} has no active user in HubSpot, so nobody could open the copy. Activate the user there until it was collected.`,
            field: 'ownerId',
          };
        if (before && isWaiting(before, madeAt)) return null;
        const open = { db: trx, portalId, sealer };
        const file = composeFile({
          ...{ madeAt, portalId, ownerId },
          nameOf: await nameThem(open),
          kept: await readKept(open, ownerId, true),
          held: await heldOf(trx, portalId).list(ownerId),
        });
        await store.put({
          ...{ ownerId, askedBy: userId, file },
          ...{ madeAt, expiresAt: addDays(madeAt, WAITING_DAYS) },
        });
        await auditOf(trx, portalId).add({
          ...{ at: madeAt, userId, action: 'send person coaching' },
          details: { ownerId },
        });
        return null;
      });
      return refused ? err(refused) : state(portal, ownerId);
    },

    async describeOwn(portal, ownerId) {
      return describeOwnCopy(await factsOf(portal, ownerId));
    },

    async openWithdrawing(portalId) {
      const sealer = await openSealer(portalId);
      return (trx, ownerId, at) => forPortal(trx, portalId, sealer).withdraw(ownerId, at);
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
