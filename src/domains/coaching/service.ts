import type {
  AddLineRequest,
  CoachingCardRequest,
  CoachingCardView,
  Done,
  TickActionRequest,
  WithdrawLineRequest,
} from '../../contract/index.ts';
import type { Caller, Refusal } from '../../http/index.ts';
import type { Portal } from '../../kernel/portal.ts';
import { err, ok, type Result } from '../../kernel/result.ts';
import { localDate } from '../../kernel/period.ts';
import { dealsOf, storedOf } from '../../mirror/index.ts';
import { inTransaction } from '../../store/index.ts';
import { findViewer, quotasOf, type Person } from '../quota/index.ts';
import { forPortal as actionsOf } from './actions/store.ts';
import { composeView } from './card/compose-view.ts';
import { readSeen } from './card/service.ts';
import { createAgendaMaker } from './agenda/service.ts';
import { createMeetingsService, type MeetingsService } from './meetings/service.ts';
import { createOverviewService, type OverviewService } from './overview/service.ts';
import { createPolicyService, type PolicyService } from './policy/service.ts';
import { createRisksService, type RisksService } from './risks/service.ts';
import { createCopiesService, type CopiesService } from './copy/service.ts';
import { createHandoverService, type HandoverService } from './handover/service.ts';
import { forPortal as linesOf } from './lines/store.ts';
import { judgeText } from './notes/judge-content.ts';
import { relateToRep } from './notes/relate-to-rep.ts';
import { createCalibrationService, type CalibrationService } from './calibration/service.ts';
import { createRubricService, type RubricService } from './rubric/service.ts';
import { createNotesService, type NotesDependencies, type NotesService } from './notes/service.ts';
import { createRetentionService, type RetentionService } from './retention/service.ts';
import { createWaitingService, type WaitingService } from './waiting/service.ts';
import { auditOf } from '../../access/index.ts';

export interface CoachingDependencies extends NotesDependencies {
  /** Whether actions become HubSpot tasks, which others can read. */
  readonly hasTasks: (portal: Portal) => Promise<boolean>;
}

export interface CoachingService {
  readonly notes: NotesService;
  readonly meetings: MeetingsService;
  readonly policy: PolicyService;
  readonly overview: OverviewService;
  readonly waiting: WaitingService;
  readonly risks: RisksService;
  readonly handover: HandoverService;
  readonly copies: CopiesService;
  readonly retention: RetentionService;
  readonly rubrics: RubricService;
  readonly calibration: CalibrationService;
  /** What the viewer may see and do beside a record. */
  card(caller: Caller, request: CoachingCardRequest): Promise<Result<CoachingCardView, Refusal>>;
  /** A rep's own line for their next 1:1. */
  addLine(caller: Caller, request: AddLineRequest): Promise<Result<Done, Refusal>>;
  withdrawLine(caller: Caller, request: WithdrawLineRequest): Promise<Result<Done, Refusal>>;
  tickAction(caller: Caller, request: TickActionRequest): Promise<Result<Done, Refusal>>;
}

const unknownDeal: Refusal = {
  code: 'not_found',
  message: 'Sideline has not read this deal yet.',
  field: 'recordId',
};

/** Coaching beside deals and contacts: notes, what a rep wants to talk about, and what was promised. */
export function createCoachingService(deps: CoachingDependencies): CoachingService {
  const { db, clock, realClock, openSealer } = deps;
  const handover = createHandoverService(deps);
  const rubrics = createRubricService(deps);
  /** Whose record it is: a deal's owner and stage by the store, a contact's or a 1:1's owner through the card. */
  const findOwner = async (
    portalId: number,
    { recordType, recordId, ownerId }: CoachingCardRequest,
  ): Promise<Result<{ ownerId: string | null; stageId: string | null }, Refusal>> => {
    if (recordType !== 'deal') return ok({ ownerId: ownerId ?? null, stageId: null });
    const found = await dealsOf(db, portalId).read(recordId);
    return found ? ok(found.deal) : err(unknownDeal);
  };
  const viewerOf = async ({ portal, userId }: Caller): Promise<Person | null> =>
    findViewer(await quotasOf(db, portal.id).listPeople(), userId);

  const risks = createRisksService(deps);
  const meetings = createMeetingsService({ ...deps, agendas: createAgendaMaker(deps) });

  return {
    notes: createNotesService(deps),
    meetings,
    policy: createPolicyService(deps),
    overview: createOverviewService({ ...deps, rubrics }),
    waiting: createWaitingService(deps),
    risks,
    handover,
    copies: createCopiesService(deps),
    retention: createRetentionService(deps),
    rubrics,
    calibration: createCalibrationService(deps),

    async card(caller, request) {
      const { portal, userId } = caller;
      const owner = await findOwner(portal.id, request);
      if (!owner.ok) return owner;
      const people = await quotasOf(db, portal.id).listPeople();
      const byId = new Map(people.map((person) => [person.ownerId, person]));
      const viewerId = findViewer(people, userId)?.ownerId ?? null;
      const { ownerId, stageId } = owner.value;
      const rep = ownerId === null ? null : (byId.get(ownerId) ?? null);
      const managerOf = new Map(people.map(({ ownerId, managerId }) => [ownerId, managerId]));
      const viewer = relateToRep(viewerId, rep?.ownerId ?? null, managerOf);
      const today = localDate(clock.now(), portal.timeZone);
      const seen =
        viewerId === null
          ? { notes: [], actions: [], lines: [] }
          : await readSeen(deps, portal.id, viewerId, {
              request,
              repId: viewer === 'other' ? null : (rep?.ownerId ?? null),
              today,
              managerOf,
            });
      const notes = seen.notes.map(({ note }) => note);
      const scored = await rubrics.readCard({
        portal,
        viewerId: viewerId ?? '',
        viewer,
        rep,
        stageId,
        notes,
      });
      return ok(
        composeView({
          viewerId,
          viewer,
          recordType: request.recordType,
          rep: rep && { ownerId: rep.ownerId, name: rep.name },
          ...seen,
          nextMeeting: rep && (await meetings.describeNext(portal, rep, viewerId)),
          risks:
            request.recordType === 'deal' && rep && viewer !== 'other'
              ? await risks.list(portal, request.recordId, rep.ownerId, viewer)
              : [],
          handover:
            viewer === 'rep' && viewerId !== null
              ? await handover.describe(portal.id, viewerId, {
                  type: request.recordType,
                  id: request.recordId,
                })
              : null,
          ...scored,
          nameOf: (ownerId) => byId.get(ownerId)?.name ?? 'Somebody who has left',
          timeZone: portal.timeZone,
          today,
          hasTasks: await deps.hasTasks(portal),
        }),
      );
    },

    async addLine(caller, { recordType, recordId, text }) {
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
        const lines = linesOf(trx, portal.id, sealer);
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

    async withdrawLine(caller, { lineId }) {
      const viewer = await viewerOf(caller);
      const sealer = await openSealer(caller.portal.id);
      const isGone =
        viewer !== null &&
        (await inTransaction(db, async (trx) => {
          if (!(await linesOf(trx, caller.portal.id, sealer).withdraw(lineId, viewer.ownerId))) return false;
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

    async tickAction(caller, { actionId, isDone }) {
      const viewer = await viewerOf(caller);
      const sealer = await openSealer(caller.portal.id);
      const at = realClock.now();
      const isTicked =
        viewer !== null &&
        (await inTransaction(db, async (trx) => {
          if (!(await actionsOf(trx, caller.portal.id, sealer).tick(actionId, viewer.ownerId, isDone, at)))
            return false;
          await auditOf(trx, caller.portal.id).add({
            at,
            userId: caller.userId,
            action: isDone ? 'finish action' : 'reopen action',
            details: { actionId },
          });
          return true;
        }));
      if (isTicked) await deps.askForWork(caller.portal.id);
      return isTicked
        ? ok({ message: isDone ? 'Done.' : 'Open again.' })
        : err({ code: 'not_found', message: 'There is no such action of yours.', field: 'actionId' });
    },
  };
}
