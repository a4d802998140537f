import type { Kysely } from 'kysely';
import { auditOf } from '../../../access/index.ts';
import type { Refusal, WorkflowAction, WorkflowOutcome } from '../../../http/index.ts';
import type { TextSealer } from '../../../install/index.ts';
import type { Clock } from '../../../kernel/clock.ts';
import type { Portal } from '../../../kernel/portal.ts';
import { err, ok, type Result } from '../../../kernel/result.ts';
import { dealsOf } from '../../../mirror/index.ts';
import { inTransaction, type Tables } from '../../../store/index.ts';
import { quotasOf } from '../../quota/index.ts';
import { judgeText } from '../notes/judge-content.ts';
import type { CoachedRecord } from '../notes/types.ts';
import { forPortal } from './store.ts';

export interface RequestDependencies {
  readonly db: Kysely<Tables>;
  /** When something was asked for, whatever the business date. */
  readonly realClock: Clock;
  readonly openSealer: (portalId: number) => Promise<TextSealer>;
  /** Has a deal read that the mirror does not know yet: a workflow may run on one that was made a moment ago. */
  readonly lookAtDeal: (portalId: number, dealId: string) => Promise<void>;
}

/** What the workflow hears; the values are those of the output field in app.json. */
type Outcome = 'requested' | 'no_owner' | 'no_reason' | 'refused_reason';

/** As app.json has it. */
const PATH = '/workflow-actions/request-coaching';
const MOST_CHARACTERS = 500;
const LOOK_AGAIN_SECONDS = 30;
const notYet = (message: string): Refusal => ({
  code: 'not_ready',
  status: 503,
  message,
  retryAfterSeconds: LOOK_AGAIN_SECONDS,
});
const told = (outcome: Outcome): Result<WorkflowOutcome, Refusal> =>
  ok({ isDone: outcome === 'requested', outputFields: { outcome } });

/**
 * "Request coaching": a workflow puts a line on the next agenda of whoever owns the record. Whoever may edit the workflow reads
 * its reason there; here it is for the rep and their manager alone. A run that is delivered again is answered the same.
 */
export function createRequestAction({
  db,
  realClock,
  openSealer,
  lookAtDeal,
}: RequestDependencies): WorkflowAction {
  /** A deal's owner by the store; a contact's by the field that the workflow fills from it. Empty for nobody. */
  const findOwner = async (
    portal: Portal,
    record: CoachedRecord,
    mapped: string,
  ): Promise<Result<string, Refusal>> => {
    if (record.type === 'contact') return ok(mapped);
    const found = await dealsOf(db, portal.id).read(record.id);
    if (found) return ok(found.deal.ownerId ?? '');
    await lookAtDeal(portal.id, record.id);
    return err(notYet('Sideline has not read this deal yet.'));
  };

  return {
    path: PATH,
    async run(portal, { callbackId, objectType, objectId, fields }) {
      if (objectType !== 'deal' && objectType !== 'contact')
        return err({
          code: 'bad_request',
          message: 'Coaching stands beside deals and contacts.',
          field: 'objectType',
        });
      if (portal.readyAt === null) return err(notYet('Sideline is still reading this account.'));
      const sealer = await openSealer(portal.id);
      if (await forPortal(db, portal.id, sealer).isKnown(callbackId)) return told('requested');
      const reason = (fields.get('reason') ?? '').trim().slice(0, MOST_CHARACTERS);
      if (reason === '') return told('no_reason');
      if (judgeText({ field: 'reason', label: 'The reason', text: reason }) !== null)
        return told('refused_reason');
      const record = { type: objectType, id: objectId } as const;
      const owner = await findOwner(portal, record, fields.get('owner_id') ?? '');
      if (!owner.ok) return owner;
      const people = await quotasOf(db, portal.id).listPeople();
      const rep = people.find(({ ownerId }) => ownerId === owner.value);
      if (rep === undefined) return told('no_owner');
      const at = realClock.now();
      await inTransaction(db, async (trx) => {
        const added = await forPortal(trx, portal.id, sealer).add({
          callbackId,
          repId: rep.ownerId,
          record,
          reason,
          at,
        });
        if (!added) return;
        await auditOf(trx, portal.id).add({
          at,
          userId: null,
          action: 'request coaching',
          details: { rep: rep.ownerId, recordType: record.type, recordId: record.id },
        });
      });
      return told('requested');
    },
  };
}
