import { auditOf } from '../../../access/index.ts';
import type { AddLineRequest, Done, WithdrawLineRequest } from '../../../contract/index.ts';
import type { Caller, Refusal } from '../../../http/index.ts';
import { err, ok, type Result } from '../../../kernel/result.ts';
import { storedOf } from '../../../mirror/index.ts';
import { inTransaction } from '../../../store/index.ts';
import { findViewer, quotasOf, type Person } from '../../quota/index.ts';
import { judgeText } from '../notes/judge-content.ts';
import type { NotesDependencies } from '../notes/service.ts';
import { unknownDeal } from '../unknown-deal.ts';
import { forPortal } from './store.ts';

export interface LinesService {
  /** A rep's own line for their next 1:1. */
  add(caller: Caller, request: AddLineRequest): Promise<Result<Done, Refusal>>;
  withdraw(caller: Caller, request: WithdrawLineRequest): Promise<Result<Done, Refusal>>;
}

/** What reps want to talk about at their next 1:1. */
export function createLinesService({
  db,
  realClock,
  openSealer,
}: Pick<NotesDependencies, 'db' | 'realClock' | 'openSealer'>): LinesService {
  const viewerOf = async ({ portal, userId }: Caller): Promise<Person | null> =>
    findViewer(await quotasOf(db, portal.id).listPeople(), userId);

  return {
    async add(caller, { recordType, recordId, text }) {
      const { portal, userId } = caller;
      const viewer = await viewerOf(caller);
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
      const sealer = await openSealer(portal.id);
      const isThere = await inTransaction(db, async (trx) => {
        if (recordType === 'deal' && !(await storedOf(trx, portal.id).hold(recordId))) return false;
        const lines = forPortal(trx, portal.id, sealer);
        // The same words beside the same record are one line that was sent twice.
        const isKnown = (await lines.list(viewer.ownerId)).some(
          (line) => line.text === text && line.record.type === recordType && line.record.id === recordId,
        );
        if (isKnown) return true;
        await lines.add({ repId: viewer.ownerId, record, text, at });
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

    async withdraw(caller, { lineId }) {
      const viewer = await viewerOf(caller);
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
      return isGone
        ? ok({ message: 'Taken off the list.' })
        : err({ code: 'not_found', message: 'There is no such line.', field: 'lineId' });
    },
  };
}
