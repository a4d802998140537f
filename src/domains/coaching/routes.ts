import {
  acknowledgeRequest,
  addendumRequest,
  addLineRequest,
  coachingCardRequest,
  coachingCardView,
  discardEditRequest,
  discardNoteRequest,
  handLineOnRequest,
  markRiskRequest,
  done,
  handoverRequest,
  savedNote,
  savedDraft,
  saveDraftRequest,
  saveEditRequest,
  saveNoteRequest,
  scoreSelfRequest,
  tickActionRequest,
  withdrawLineRequest,
} from '../../contract/index.ts';
import { signedRoute, type SignedRoute } from '../../http/index.ts';
import { meetingRoutes } from './meetings/routes.ts';
import { overviewRoutes } from './overview/routes.ts';
import { waitingRoutes } from './waiting/routes.ts';
import { policyRoutes } from './policy/routes.ts';
import { copyRoutes } from './copy/routes.ts';
import { retentionRoutes } from './retention/routes.ts';
import { calibrationRoutes } from './calibration/routes.ts';
import type { CoachingService } from './service.ts';

/** What the coaching card may ask and change; `noteCard` is told where it stands. */
export function coachingRoutes(
  service: CoachingService,
  noteCard: (portalId: number, place: string | undefined) => Promise<void>,
): SignedRoute[] {
  const { notes, meetings, policy, overview, drafts } = service;
  return [
    ...overviewRoutes(overview),
    ...waitingRoutes(service.waiting),
    ...meetingRoutes(meetings),
    ...policyRoutes(policy),
    ...copyRoutes(service.copies),
    ...retentionRoutes(service.retention),
    signedRoute({
      method: 'GET',
      audience: 'everybody',
      path: '/cards/coaching',
      request: coachingCardRequest,
      reply: coachingCardView,
      handle: async (caller, request) => {
        await noteCard(caller.portal.id, request.place);
        return service.card.read(caller, request);
      },
    }),
    signedRoute({
      method: 'POST',
      audience: 'everybody',
      path: '/cards/coaching/note',
      request: saveNoteRequest,
      reply: savedNote,
      handle: (caller, request) => notes.save(caller, request),
    }),
    signedRoute({
      method: 'POST',
      audience: 'everybody',
      path: '/cards/coaching/note/discard',
      request: discardNoteRequest,
      reply: done,
      handle: (caller, request) => notes.discard(caller, request),
    }),
    signedRoute({
      method: 'POST',
      audience: 'everybody',
      path: '/cards/coaching/note/edit',
      request: saveEditRequest,
      reply: savedDraft,
      handle: (caller, request) => service.edits.save(caller, request),
    }),
    signedRoute({
      method: 'POST',
      audience: 'everybody',
      path: '/cards/coaching/note/edit/discard',
      request: discardEditRequest,
      reply: done,
      handle: (caller, request) => service.edits.discard(caller, request),
    }),
    signedRoute({
      method: 'POST',
      audience: 'everybody',
      path: '/cards/coaching/note/acknowledge',
      request: acknowledgeRequest,
      reply: done,
      handle: (caller, request) => notes.acknowledge(caller, request),
    }),
    signedRoute({
      method: 'POST',
      audience: 'everybody',
      path: '/cards/coaching/note/addendum',
      request: addendumRequest,
      reply: done,
      handle: (caller, request) =>
        drafts.finish(
          caller,
          { place: { kind: 'addendum', noteId: request.noteId }, version: request.draftVersion },
          notes.add(caller, request),
        ),
    }),
    signedRoute({
      method: 'POST',
      audience: 'everybody',
      path: '/cards/coaching/handover',
      request: handoverRequest,
      reply: done,
      handle: (caller, request) => service.handover.handOn(caller, request),
    }),
    signedRoute({
      method: 'POST',
      audience: 'everybody',
      path: '/cards/coaching/handover/take-back',
      request: handoverRequest,
      reply: done,
      handle: (caller, request) => service.handover.takeBack(caller, request),
    }),
    signedRoute({
      method: 'POST',
      audience: 'everybody',
      path: '/cards/coaching/note/self-score',
      request: scoreSelfRequest,
      reply: done,
      handle: (caller, request) => service.rubrics.scoreSelf(caller, request),
    }),
    signedRoute({
      method: 'POST',
      audience: 'everybody',
      path: '/cards/coaching/draft',
      request: saveDraftRequest,
      reply: savedDraft,
      handle: (caller, request) => drafts.save(caller, request),
    }),
    signedRoute({
      method: 'POST',
      audience: 'everybody',
      path: '/cards/coaching/line',
      request: addLineRequest,
      reply: done,
      handle: (caller, { draftVersion: version, ...request }) =>
        drafts.finish(
          caller,
          { place: { kind: 'line', ...request }, version },
          service.lines.add(caller, request),
        ),
    }),
    signedRoute({
      method: 'POST',
      audience: 'everybody',
      path: '/cards/coaching/line/hand-on',
      request: handLineOnRequest,
      reply: done,
      handle: (caller, request) => service.lines.handOn(caller, request),
    }),
    signedRoute({
      method: 'POST',
      audience: 'everybody',
      path: '/cards/coaching/line/withdraw',
      request: withdrawLineRequest,
      reply: done,
      handle: (caller, request) => service.lines.withdraw(caller, request),
    }),
    signedRoute({
      method: 'POST',
      audience: 'everybody',
      path: '/cards/coaching/risk',
      request: markRiskRequest,
      reply: done,
      handle: (caller, request) => service.risks.mark(caller, request),
    }),
    signedRoute({
      method: 'POST',
      audience: 'everybody',
      path: '/cards/coaching/action/tick',
      request: tickActionRequest,
      reply: done,
      handle: (caller, request) => service.actions.tick(caller, request),
    }),
    ...calibrationRoutes(service.calibration),
  ];
}
