import type { CoachingCardRequest, CoachingCardView } from '../../../contract/index.ts';
import type { Caller, Refusal } from '../../../http/index.ts';
import { localDate } from '../../../kernel/period.ts';
import type { Portal } from '../../../kernel/portal.ts';
import { err, ok, type Result } from '../../../kernel/result.ts';
import { findViewer, quotasOf, reportsOf, mapManagers } from '../../quota/index.ts';
import { forPortal as actionsOf } from '../actions/store.ts';
import { listEdits } from '../drafts/edits/edit-text.ts';
import { placeOfDraft } from '../drafts/place-of-draft.ts';
import { forPortal as draftsOf } from '../drafts/store.ts';
import type { HandoverService } from '../handover/service.ts';
import { forPortal as linesOf } from '../lines/store.ts';
import type { MeetingsService } from '../meetings/service.ts';
import { hideLater, hideNews } from '../notes/hide-news.ts';
import { relateToRep } from '../notes/relate-to-rep.ts';
import type { NotesDependencies } from '../notes/service.ts';
import { forPortal as notesOf } from '../notes/store.ts';
import type { RisksService } from '../risks/service.ts';
import type { RubricService } from '../rubric/service.ts';
import { unknownDeal } from '../unknown-deal.ts';
import { composeView } from './compose-view.ts';

export interface CardService {
  /** What the viewer may see and do beside a record. */
  read(caller: Caller, request: CoachingCardRequest): Promise<Result<CoachingCardView, Refusal>>;
}

export interface CardDependencies extends Pick<NotesDependencies, 'db' | 'clock' | 'openSealer'> {
  /** Whether actions become HubSpot tasks, which others can read. */
  readonly hasTasks: (portal: Portal) => Promise<boolean>;
  readonly rubrics: Pick<RubricService, 'readCard'>;
  readonly meetings: Pick<MeetingsService, 'describeNext'>;
  readonly risks: Pick<RisksService, 'readDeal' | 'list'>;
  readonly handover: Pick<HandoverService, 'describe'>;
}

/** The coaching card: everything that one person may know of the coaching beside a record. */
export function createCardService(deps: CardDependencies): CardService {
  const { db, clock, rubrics, meetings, risks, handover } = deps;
  return {
    async read(caller, request) {
      const { portal, userId } = caller;
      const { recordType, recordId } = request;
      // Whose record it is says the store of a deal, the card of a contact or a 1:1.
      const deal = recordType === 'deal' ? await risks.readDeal(portal.id, recordId) : null;
      if (recordType === 'deal' && deal === null) return err(unknownDeal);
      const people = await quotasOf(db, portal.id).listPeople();
      const byId = new Map(people.map((person) => [person.ownerId, person]));
      const viewerId = findViewer(people, userId)?.ownerId ?? null;
      const ownerId = deal === null ? request.ownerId : deal.ownerId;
      const rep = byId.get(ownerId ?? '') ?? null;
      const managerOf = mapManagers(people);
      const viewer = relateToRep(viewerId, rep?.ownerId ?? null, managerOf);
      const today = localDate(clock.now(), portal.timeZone);
      const seen =
        viewerId === null
          ? { notes: [], actions: [], lines: [], drafts: [] }
          : await readSeen(deps, portal.id, viewerId, {
              request,
              repId: rep?.ownerId ?? null,
              today,
              managerOf,
            });
      const notes = seen.notes.map(({ note }) => note);
      const scored = await rubrics.readCard({
        portal,
        viewerId: viewerId ?? '',
        viewer,
        rep,
        stageId: deal?.stageId ?? null,
        notes: [...notes, ...listEdits(seen.drafts)],
      });
      return ok(
        composeView({
          viewerId,
          viewer,
          recordType,
          rep: rep && { ownerId: rep.ownerId, name: rep.name },
          managerId: rep?.managerId ?? null,
          ...seen,
          nextMeeting: rep && (await meetings.describeNext(portal, rep, viewerId)),
          risks:
            deal && rep && viewer !== 'other'
              ? await risks.list(portal, { dealId: recordId, deal, repId: rep.ownerId }, viewer)
              : [],
          handover:
            viewerId !== null && notes.some(({ repId }) => repId === viewerId)
              ? await handover.describe(portal.id, viewerId, { type: recordType, id: recordId })
              : null,
          ...scored,
          nameOf: (ownerId) => byId.get(ownerId)?.name ?? 'Somebody who has left',
          timeZone: portal.timeZone,
          today,
          hasTasks: await deps.hasTasks(portal),
        }),
      );
    },
  };
}

/** What one viewer may read beside a record; that they read what somebody else wrote is remembered. */
async function readSeen(
  { db, openSealer }: Pick<NotesDependencies, 'db' | 'openSealer'>,
  portalId: number,
  viewerId: string,
  {
    request,
    repId,
    today,
    managerOf,
  }: {
    readonly request: CoachingCardRequest;
    /** Whose coaching it is; null on a record without an owner. */
    readonly repId: string | null;
    readonly today: string;
    readonly managerOf: ReadonlyMap<string, string | null>;
  },
) {
  const sealer = await openSealer(portalId);
  const record = { type: request.recordType, id: request.recordId };
  const store = notesOf(db, portalId, sealer);
  // 1:1s are numbered for each rep alone: those of others may have the same number.
  const isHere = (beside: { readonly repId: string }) =>
    request.recordType !== 'meeting' || beside.repId === repId;
  const notes = (await store.listReadable(record, viewerId)).filter(isHere);
  const addenda = Map.groupBy(await store.listAddenda(notes.map(({ id }) => id)), ({ noteId }) => noteId);
  const promised = await actionsOf(db, portalId, sealer).listReadable(record, viewerId);
  const reports = await reportsOf(db, portalId).read();
  const foreign = notes.filter(({ authorId }) => authorId !== viewerId).map(({ id }) => id);
  await store.noteAccess(foreign, viewerId, today);
  return {
    notes: notes.map((note) => ({
      ...hideNews(note, addenda.get(note.id) ?? [], viewerId, reports),
      mayWrite: relateToRep(viewerId, note.repId, managerOf) === 'manager',
    })),
    actions: hideLater(promised, notes, viewerId, reports).flatMap(({ action, isDropped }) =>
      isDropped || !isHere(action) ? [] : action,
    ),
    drafts: await draftsOf(db, portalId, sealer).listBeside(
      viewerId,
      placeOfDraft({ kind: 'line', ...request }),
      notes.map(({ id }) => id),
    ),
    lines: repId === null ? [] : await linesOf(db, portalId, sealer).listReadable(repId, viewerId),
  };
}
