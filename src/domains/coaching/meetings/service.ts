import type { Kysely } from 'kysely';
import { auditOf } from '../../../access/index.ts';
import type {
  ChangeMeetingRequest,
  Done,
  HoldMeetingRequest,
  MeetingRequest,
  MeetingView,
  SetCadenceRequest,
} from '../../../contract/index.ts';
import type { Caller, Refusal } from '../../../http/index.ts';
import type { TextSealer } from '../../../install/index.ts';
import type { Clock } from '../../../kernel/clock.ts';
import { addDays, localDate } from '../../../kernel/period.ts';
import type { Portal } from '../../../kernel/portal.ts';
import { err, ok, type Result } from '../../../kernel/result.ts';
import { showDay } from '../../../kernel/show-day.ts';
import { inTransaction, type Tables } from '../../../store/index.ts';
import { findViewer, quotasOf, type Person } from '../../quota/index.ts';
import { firstDayBack } from '../agenda/cadence.ts';
import type { Pair, PairDates } from '../agenda/pair-facts.ts';
import type { AgendaMaker, NamedPair } from '../agenda/service.ts';
import { forPortal as requestsOf } from '../requests/store.ts';
import { forPortal as linesOf } from '../lines/store.ts';
import { describeDay, describeMeeting } from './describe-meeting.ts';
import { findNextMeeting, type NextMeeting } from './find-next-meeting.ts';
import { forPortal as notesOf } from '../notes/store.ts';
import { isSameMeeting } from './is-same-meeting.ts';
import { recordOfMeeting } from './record-of-meeting.ts';
import { judgeMeeting, MOST_DAYS_AWAY } from './judge-meeting.ts';
import { forPortal } from './store.ts';

export interface MeetingsService {
  /** A 1:1 as its manager or its rep sees it; anybody else's is not found. */
  open(caller: Caller, request: MeetingRequest): Promise<Result<MeetingView, Refusal>>;
  /** `'Next 1:1 Thu 3 Dec 2026, in 3 days'`; null for whoever is neither the rep nor their own manager. */
  describeNext(portal: Portal, rep: Person, viewerId: string | null): Promise<string | null>;
  hold(caller: Caller, request: HoldMeetingRequest): Promise<Result<Done, Refusal>>;
  change(caller: Caller, request: ChangeMeetingRequest): Promise<Result<Done, Refusal>>;
  setCadence(caller: Caller, request: SetCadenceRequest): Promise<Result<Done, Refusal>>;
}

interface Dependencies {
  readonly db: Kysely<Tables>;
  readonly clock: Clock;
  readonly realClock: Clock;
  readonly openSealer: (portalId: number) => Promise<TextSealer>;
  readonly agendas: AgendaMaker;
}

const noSuchRep: Refusal = {
  code: 'not_found',
  message: 'Nobody of this number reports to you. Ops can set who does.',
  field: 'repId',
};

/** A 1:1 that is to come, with what there was before. */
interface FoundMeeting {
  readonly dates: PairDates;
  readonly next: NextMeeting;
}

/** 1:1s between a manager and whoever reports to them; those above see when they were held, and nothing else. */
export function createMeetingsService({
  db,
  clock,
  realClock,
  openSealer,
  agendas,
}: Dependencies): MeetingsService {
  const dayOf = (portal: Portal): string => localDate(clock.now(), portal.timeZone);

  /** The 1:1 of the caller, as manager, with one of their own reports. */
  const findOwn = async (caller: Caller, repId: string): Promise<Result<FoundMeeting, Refusal>> => {
    const people = await quotasOf(db, caller.portal.id).listPeople();
    const viewer = findViewer(people, caller.userId);
    const rep = people.find(({ ownerId, archived }) => ownerId === repId && !archived);
    if (!viewer || !rep || rep.managerId !== viewer.ownerId || rep.ownerId === viewer.ownerId)
      return err(noSuchRep);
    const found = await findNext(caller.portal, { managerId: viewer.ownerId, repId });
    return found ? ok(found) : err(noSuchRep);
  };
  /** When two people's next 1:1 is. */
  const findNext = async (portal: Portal, pair: Pair): Promise<FoundMeeting | null> => {
    const [dates] = await forPortal(db, portal.id).readDates([pair]);
    const setting = { today: dayOf(portal), timeZone: portal.timeZone };
    return dates ? { dates, next: findNextMeeting(dates, setting) } : null;
  };

  return {
    async open(caller, { repId }) {
      const { portal, userId } = caller;
      const people = await quotasOf(db, portal.id).listPeople();
      const viewer = findViewer(people, userId);
      if (!viewer)
        return err({
          code: 'forbidden',
          message: 'HubSpot knows no owner behind you, so you have no 1:1 in Sideline.',
        });
      const rep = people.find(({ ownerId, archived }) => ownerId === (repId ?? viewer.ownerId) && !archived);
      const role = rep?.ownerId === viewer.ownerId ? 'rep' : 'manager';
      if (!rep || (role === 'manager' && rep.managerId !== viewer.ownerId)) return err(noSuchRep);
      const manager = people.find(({ ownerId }) => ownerId === rep.managerId) ?? null;
      const person = { ownerId: rep.ownerId, name: rep.name };
      const today = dayOf(portal);
      const [made] = manager ? await agendas.make(portal, [pairOf(manager, rep, role)], role) : [];
      if (!manager || !made)
        return ok({
          viewer: role,
          rep: person,
          manager: null,
          next: null,
          cadence: 'fortnightly',
          agenda: null,
          preparedLabel: null,
          held: [],
          today,
        });
      return ok(
        describeMeeting({
          viewer: role,
          rep: person,
          manager: { ownerId: manager.ownerId, name: manager.name },
          nameOf: (ownerId) =>
            people.find((each) => each.ownerId === ownerId)?.name ?? 'Somebody who has left',
          next: made.next,
          agenda: made.agenda,
          prepared: made.facts.prepared,
          meetings: made.facts.meetings,
          today,
          timeZone: portal.timeZone,
        }),
      );
    },

    async describeNext(portal, rep, viewerId) {
      const { managerId, ownerId: repId } = rep;
      if (managerId === null || (viewerId !== repId && viewerId !== managerId)) return null;
      const found = await findNext(portal, { managerId, repId });
      return found && `Next 1:1 ${describeDay(found.next, dayOf(portal))}`;
    },

    async hold(caller, request) {
      const { portal, userId } = caller;
      const found = await findOwn(caller, request.repId);
      if (!found.ok) return found;
      const { dates, next } = found.value;
      const { number, heldOn, minutes, kind, attendance } = request;
      const meeting = { number, heldOn, minutes: attendance === 'both' ? minutes : 0, kind, attendance };
      const known = dates.meetings.find((each) => each.number === number);
      const recorded: Done = {
        message: attendance === 'both' ? `Held on ${showDay(heldOn)}.` : 'Noted that it did not take place.',
      };
      if (known)
        return isSameMeeting(known, meeting)
          ? ok(recorded)
          : err({
              code: 'conflict',
              message: `This 1:1 was recorded already, as of ${showDay(known.heldOn)}. Open it anew.`,
              field: 'number',
            });
      if (number !== next.number)
        return err({
          code: 'conflict',
          message: 'This is not your next 1:1. Open it anew.',
          field: 'number',
        });
      const fault = judgeMeeting(request, dayOf(portal));
      if (fault) return err(fault);
      const sealer = await openSealer(portal.id);
      const at = realClock.now();
      const isNew = await inTransaction(db, async (trx) => {
        if (!(await forPortal(trx, portal.id).hold(dates, { ...meeting, dueOn: next.dueOn }, at)))
          return false;
        if (attendance === 'both') {
          await linesOf(trx, portal.id, sealer).discuss(request.discussedLineIds, dates, heldOn);
          await requestsOf(trx, portal.id, sealer).takeUp(request.discussedRequestIds, dates.repId, heldOn);
        }
        // What was prepared for somebody who did not come is for the next time.
        if (attendance !== 'both')
          await notesOf(trx, portal.id, sealer).moveDraft(
            { authorId: dates.managerId, repId: dates.repId },
            { type: 'meeting', id: recordOfMeeting(dates, number) },
            recordOfMeeting(dates, number + 1),
          );
        await auditOf(trx, portal.id).add({
          at,
          userId,
          action: 'record 1:1',
          details: { rep: dates.repId, number, heldOn, attendance },
        });
        return true;
      });
      return isNew
        ? ok(recorded)
        : err({
            code: 'conflict',
            message: 'This 1:1 was recorded meanwhile. Open it anew.',
            field: 'number',
          });
    },

    async change(caller, { repId, dueOn, moveTo }) {
      const { portal, userId } = caller;
      const found = await findOwn(caller, repId);
      if (!found.ok) return found;
      const { dates, next } = found.value;
      const changed: Done = { message: moveTo === null ? 'Skipped.' : `Moved to ${showDay(moveTo)}.` };
      const known = dates.changes.find((change) => change.dueOn === dueOn);
      if (next.dueOn !== dueOn)
        return known && known.movedTo === moveTo
          ? ok(changed)
          : err({
              code: 'conflict',
              message: `This 1:1 is due on ${showDay(next.dueOn)} by now. Open it anew.`,
              field: 'dueOn',
            });
      const today = dayOf(portal);
      if (
        moveTo !== null &&
        (moveTo < today ||
          moveTo > addDays(today, MOST_DAYS_AWAY) ||
          moveTo === dueOn ||
          firstDayBack(moveTo, []) !== moveTo)
      )
        return err({
          code: 'bad_request',
          message: `Choose another day from Monday to Friday, from today to ${showDay(addDays(today, MOST_DAYS_AWAY))}.`,
          field: 'moveTo',
        });
      const at = realClock.now();
      await inTransaction(db, async (trx) => {
        await forPortal(trx, portal.id).change(dates, dueOn, moveTo, at);
        await auditOf(trx, portal.id).add({
          at,
          userId,
          action: moveTo === null ? 'skip 1:1' : 'move 1:1',
          details: { rep: repId, dueOn, moveTo },
        });
      });
      return ok(changed);
    },

    async setCadence(caller, { repId, cadence }) {
      const { portal, userId } = caller;
      const found = await findOwn(caller, repId);
      if (!found.ok) return found;
      const done: Done = { message: `1:1s are ${cadence} now.` };
      if (found.value.next.cadence === cadence && found.value.dates.cadence === cadence) return ok(done);
      await inTransaction(db, async (trx) => {
        await forPortal(trx, portal.id).setCadence(repId, cadence);
        await auditOf(trx, portal.id).add({
          at: realClock.now(),
          userId,
          action: 'set 1:1 cadence',
          details: { rep: repId, cadence },
        });
      });
      return ok(done);
    },
  };
}

/** The two of a 1:1, named for whoever of them reads. */
function pairOf(manager: Person, rep: Person, reader: 'manager' | 'rep'): NamedPair {
  return {
    managerId: manager.ownerId,
    rep,
    names: reader === 'manager' ? { manager: 'You', rep: rep.name } : { manager: manager.name, rep: 'You' },
  };
}
