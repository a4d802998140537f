import { auditOf } from '../../../access/index.ts';
import type {
  AddLineRequest,
  Done,
  HandLineOnRequest,
  WithdrawLineRequest,
} from '../../../contract/index.ts';
import type { Caller, Refusal } from '../../../http/index.ts';
import { err, ok, type Result } from '../../../kernel/result.ts';
import { storedOf } from '../../../mirror/index.ts';
import { inTransaction } from '../../../store/index.ts';
import { findViewer, quotasOf } from '../../quota/index.ts';
import { judgeText } from '../notes/judge-content.ts';
import type { NotesDependencies } from '../notes/service.ts';
import { unknownDeal } from '../unknown-deal.ts';
import { forPortal } from './store.ts';

export interface LinesService {
  /** A rep's own line for their next 1:1, written for the manager of that day. */
  add(caller: Caller, request: AddLineRequest): Promise<Result<Done, Refusal>>;
  /** The rep lets the manager of today read a line that was written for another one, or for nobody. */
  handOn(caller: Caller, request: HandLineOnRequest): Promise<Result<Done, Refusal>>;
  withdraw(caller: Caller, request: WithdrawLineRequest): Promise<Result<Done, Refusal>>;
}

const noSuchLine: Refusal = { code: 'not_found', message: 'There is no such line.', field: 'lineId' };

/** What reps want to talk about at their next 1:1. */
export function createLinesService({
  db,
  realClock,
  openSealer,
}: Pick<NotesDependencies, 'db' | 'realClock' | 'openSealer'>): LinesService {
  const whoIs = async ({ portal, userId }: Caller) => {
    const people = await quotasOf(db, portal.id).listPeople();
    return { people, viewer: findViewer(people, userId) };
  };

  return {
    async add(caller, { recordType, recordId, text }) {
      const { portal, userId } = caller;
      const { viewer } = await whoIs(caller);
      if (viewer === null)
        return err({
          code: 'forbidden',
          message: 'HubSpot knows no owner behind you, so you have no 1:1 in Sideline.',
        });
      const fault = judgeText({ field: 'text', label: 'This', text });
      if (fault) return err({ code: 'bad_request', ...fault });
      if (text.trim() === '')
        return err({ code: 'bad_request', message: 'Write something first.', field: 'text' });
      const at = realClock.now();
      const record = { type: recordType, id: recordId };
      const { ownerId: repId, managerId } = viewer;
      const sealer = await openSealer(portal.id);
      const isThere = await inTransaction(db, async (trx) => {
        if (recordType === 'deal' && !(await storedOf(trx, portal.id).hold(recordId))) return false;
        const isNew = await forPortal(trx, portal.id, sealer).add({ repId, managerId, record, text, at });
        if (isNew)
          await auditOf(trx, portal.id).add({
            at,
            userId,
            action: 'add line to 1:1',
            details: { recordType, recordId },
          });
        return true;
      });
      if (!isThere) return err(unknownDeal);
      return ok({ message: 'On the list for your next 1:1.' });
    },

    async handOn(caller, { lineId, managerId }) {
      const { portal, userId } = caller;
      const { people, viewer } = await whoIs(caller);
      if (viewer === null) return err(noSuchLine);
      const sealer = await openSealer(portal.id);
      const handed = await inTransaction(db, async (trx): Promise<Result<null, Refusal>> => {
        const lines = forPortal(trx, portal.id, sealer);
        const line = (await lines.list(viewer.ownerId)).find(({ id }) => id === lineId);
        if (!line) return err(noSuchLine);
        if (viewer.managerId !== managerId)
          return err({
            code: 'conflict',
            message: 'You have another manager by now. Open this again to see who would read it.',
            field: 'managerId',
          });
        if ([line.managerId, line.readerId].includes(managerId)) return ok(null);
        await lines.handOn(lineId, viewer.ownerId, managerId);
        await auditOf(trx, portal.id).add({
          at: realClock.now(),
          userId,
          action: 'hand line on',
          details: { lineId, manager: managerId },
        });
        return ok(null);
      });
      if (!handed.ok) return handed;
      const name = people.find(({ ownerId }) => ownerId === managerId)?.name ?? 'Your manager';
      return ok({ message: `${name} can read it now.` });
    },

    async withdraw(caller, { lineId }) {
      const { viewer } = await whoIs(caller);
      const sealer = await openSealer(caller.portal.id);
      const isGone =
        viewer !== null &&
        (await inTransaction(db, async (trx) => {
          if (!(await forPortal(trx, caller.portal.id, sealer).withdraw(lineId, viewer.ownerId)))
            return false;
          await auditOf(trx, caller.portal.id).add({
            at: realClock.now(),
            userId: caller.userId,
            action: 'withdraw line from 1:1',
            details: { lineId },
          });
          return true;
        }));
      return isGone ? ok({ message: 'Taken off the list.' }) : err(noSuchLine);
    },
  };
}
