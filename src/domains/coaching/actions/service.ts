import { auditOf } from '../../../access/index.ts';
import type { Done, TickActionRequest } from '../../../contract/index.ts';
import type { Caller, Refusal } from '../../../http/index.ts';
import { err, ok, type Result } from '../../../kernel/result.ts';
import { inTransaction } from '../../../store/index.ts';
import { findViewer, quotasOf } from '../../quota/index.ts';
import type { NotesDependencies } from '../notes/service.ts';
import { forPortal } from './store.ts';

export interface ActionsService {
  /** Whoever promised an action says that it is done, or is not after all. */
  tick(caller: Caller, request: TickActionRequest): Promise<Result<Done, Refusal>>;
}

/** What was promised in shared notes. */
export function createActionsService({
  db,
  realClock,
  openSealer,
  askForWork,
}: Pick<NotesDependencies, 'db' | 'realClock' | 'openSealer' | 'askForWork'>): ActionsService {
  return {
    async tick(caller, { actionId, isDone }) {
      const viewer = findViewer(await quotasOf(db, caller.portal.id).listPeople(), caller.userId);
      const sealer = await openSealer(caller.portal.id);
      const at = realClock.now();
      const isTicked =
        viewer !== null &&
        (await inTransaction(db, async (trx) => {
          if (!(await forPortal(trx, caller.portal.id, sealer).tick(actionId, viewer.ownerId, isDone, at)))
            return false;
          await auditOf(trx, caller.portal.id).add({
            at,
            userId: caller.userId,
            action: isDone ? 'finish action' : 'reopen action',
            details: { actionId },
          });
          return true;
        }));
      if (isTicked) await askForWork(caller.portal.id);
      return isTicked
        ? ok({ message: isDone ? 'Done.' : 'Open again.' })
        : err({ code: 'not_found', message: 'There is no such action of yours.', field: 'actionId' });
    },
  };
}
