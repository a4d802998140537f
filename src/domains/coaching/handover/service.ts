import { auditOf } from '../../../access/index.ts';
import type { Done, HandoverRequest, HandoverView } from '../../../contract/index.ts';
import type { Caller, Refusal } from '../../../http/index.ts';
import { err, ok, type Result } from '../../../kernel/result.ts';
import { inTransaction } from '../../../store/index.ts';
import { findViewer, quotasOf, reportsOf } from '../../quota/index.ts';
import type { NotesDependencies } from '../notes/service.ts';
import type { CoachedRecord } from '../notes/types.ts';
import { describeHandover } from './describe-handover.ts';
import { sortShared, type Handable } from './sort-shared.ts';
import { forPortal, type SharedNote } from './store.ts';

/** A rep, and nobody else, opens what former managers shared with them to the manager of today. */
export interface HandoverService {
  /** What this rep may hand on, beside a record or, where null, everywhere; null where there is nothing. */
  describe(portalId: number, repId: string, record: CoachedRecord | null): Promise<HandoverView | null>;
  handOn(caller: Caller, request: HandoverRequest): Promise<Result<Done, Refusal>>;
  takeBack(caller: Caller, request: HandoverRequest): Promise<Result<Done, Refusal>>;
}

const nothing: Refusal = {
  code: 'not_found',
  message:
    'There is nothing to hand on: no former manager shared anything with you here, or you have no manager.',
};

export function createHandoverService({
  db,
  realClock,
}: Pick<NotesDependencies, 'db' | 'realClock'>): HandoverService {
  const listHandable = async (
    portalId: number,
    repId: string,
    record: CoachedRecord | null,
  ): Promise<Handable | null> => {
    const reports = await reportsOf(db, portalId).read();
    const isHere = (note: SharedNote) =>
      record === null || (note.record.type === record.type && note.record.id === record.id);
    return sortShared((await forPortal(db, portalId).listShared(repId)).filter(isHere), repId, reports);
  };
  const nameOf = async (portalId: number) => {
    const people = await quotasOf(db, portalId).listPeople();
    return (ownerId: string) =>
      people.find((person) => person.ownerId === ownerId)?.name ?? 'Somebody who has left';
  };
  const find = async ({ portal, userId }: Caller, { record }: HandoverRequest) => {
    const viewer = findViewer(await quotasOf(db, portal.id).listPeople(), userId);
    const beside = record && { type: record.recordType, id: record.recordId };
    const handable = viewer && (await listHandable(portal.id, viewer.ownerId, beside));
    return handable && { repId: viewer.ownerId, ...handable };
  };
  const change = async (
    { portal, userId }: Caller,
    action: string,
    { managerId, notes }: { readonly managerId: string; readonly notes: readonly string[] },
    make: (store: ReturnType<typeof forPortal>, at: Date) => Promise<void>,
  ): Promise<void> => {
    if (notes.length === 0) return;
    await inTransaction(db, async (trx) => {
      const at = realClock.now();
      await make(forPortal(trx, portal.id), at);
      await auditOf(trx, portal.id).add({ at, userId, action, details: { manager: managerId, notes } });
    });
  };

  return {
    async describe(portalId, repId, record) {
      const handable = await listHandable(portalId, repId, record);
      return handable && describeHandover(handable, await nameOf(portalId));
    },

    async handOn(caller, request) {
      const found = await find(caller, request);
      if (!found || found.closed.length + found.open.length === 0) return err(nothing);
      const { repId, managerId, closed } = found;
      const notes = closed.map(({ id }) => id);
      await change(caller, 'hand coaching on', { managerId, notes }, (store, at) =>
        store.hand(notes, repId, managerId, at),
      );
      const name = (await nameOf(caller.portal.id))(managerId);
      return ok({ message: `${name} can read it as it stands now. You can take it back.` });
    },

    async takeBack(caller, request) {
      const found = await find(caller, request);
      if (!found || found.closed.length + found.open.length === 0) return err(nothing);
      const { repId, managerId, open } = found;
      const notes = open.map(({ id }) => id);
      await change(caller, 'take coaching back', { managerId, notes }, (store) =>
        store.takeBack(notes, repId),
      );
      return ok({ message: 'Taken back. What was read has been read.' });
    },
  };
}
