import type { Kysely } from 'kysely';
import type { CoachingOverviewView, ManagerRow, ReportRow } from '../../../contract/index.ts';
import type { Caller, Refusal } from '../../../http/index.ts';
import type { Clock } from '../../../kernel/clock.ts';
import { addDays, localDate, startOfLocalDate, type LocalDate } from '../../../kernel/period.ts';
import type { Portal } from '../../../kernel/portal.ts';
import { err, ok, type Result } from '../../../kernel/result.ts';
import { showDay } from '../../../kernel/show-day.ts';
import type { Tables } from '../../../store/index.ts';
import { findViewer, quotasOf, reportsOf, type Person } from '../../quota/index.ts';
import { measureCompletion, type CompletionRates } from '../actions/completion/measure-completion.ts';
import { forPortal as completionOf } from '../actions/completion/store.ts';
import type { CadenceHistory } from '../agenda/cadence.ts';
import { findNextDue, lastHeld } from '../agenda/find-next-due.ts';
import type { HeldMeeting } from '../agenda/pair-facts.ts';
import { describeDay } from '../meetings/describe-meeting.ts';
import { historyOf } from '../meetings/find-next-meeting.ts';
import { forPortal as policyOf } from '../policy/store.ts';
import type { CoachingPolicy } from '../policy/to-policy.ts';
import type { RubricService } from '../rubric/service.ts';
import { describeCompletion } from './describe-completion.ts';
import { describeDrift, type DriftByRubric } from './describe-drift.ts';
import { describeCoverage, describeOverdue } from './describe-coverage.ts';
import { measureTime } from './measure-time.ts';
import { forPortal } from './store.ts';

export interface OverviewService {
  /** Whose 1:1s are due, and how coaching goes: of the viewer's reports, and of the managers among them. */
  read(caller: Caller): Promise<Result<CoachingOverviewView, Refusal>>;
}

/** Everything that the tab is made of, read once. */
interface Picture {
  readonly portal: Portal;
  readonly today: LocalDate;
  readonly now: Date;
  readonly policy: CoachingPolicy;
  readonly listReports: (managerId: string) => readonly Person[];
  readonly historyOf: (manager: string, rep: string) => CadenceHistory;
  readonly meetingsOf: (managerId: string) => readonly HeldMeeting[];
  readonly completion: CompletionRates;
  /** Between the managers who report to the viewer. */
  readonly drift: readonly DriftByRubric[];
}

/** Promises are counted that were due within a quarter, scorings that were shared within a year. */
const PROMISE_DAYS = 91;
const SCORING_DAYS = 365;

/** The home page's Coaching tab: dates and counts, computed when it is opened. */
export function createOverviewService({
  db,
  clock,
  rubrics,
}: {
  readonly db: Kysely<Tables>;
  readonly clock: Clock;
  readonly rubrics: Pick<RubricService, 'listDrift'>;
}): OverviewService {
  return {
    async read({ portal, userId }) {
      const people = (await quotasOf(db, portal.id).listPeople()).filter(({ archived }) => !archived);
      const viewer = findViewer(people, userId);
      if (!viewer)
        return err({
          code: 'forbidden',
          message: 'HubSpot knows no owner behind you, so there is no coaching of yours in Sideline.',
        });
      const picture = await readPicture(portal, people, viewer);
      const { today } = picture;
      const reports = picture.listReports(viewer.ownerId);
      const histories = reports.map(({ ownerId }) => picture.historyOf(viewer.ownerId, ownerId));
      const manager = people.find(
        ({ ownerId }) => ownerId === viewer.managerId && ownerId !== viewer.ownerId,
      );
      return ok({
        own: manager ? describeOwn(picture, manager, viewer) : null,
        reports: reports
          .map((rep) => ({ rep, history: picture.historyOf(viewer.ownerId, rep.ownerId) }))
          .toSorted(byUrgency(today))
          .map(({ rep, history }) => describeReport(rep, history, picture)),
        coverage: describeCoverage(histories, today),
        completion: describeOwnCompletion(picture.completion, viewer.ownerId),
        time:
          reports.length === 0
            ? []
            : measureTime({
                ...picture,
                viewer: 'manager',
                meetings: picture.meetingsOf(viewer.ownerId),
                reps: reports.length,
                policy: picture.policy.time,
              }),
        managers: reports
          .filter(({ ownerId }) => picture.listReports(ownerId).length > 0)
          .map((each) => describeManager(each, picture)),
        nextStep:
          reports.length > 0 || manager
            ? null
            : 'Nobody reports to you, and Sideline does not know whom you report to. Ops can set both under Settings, People.',
      });
    },
  };

  async function readPicture(portal: Portal, people: readonly Person[], viewer: Person): Promise<Picture> {
    const now = clock.now();
    const today = localDate(now, portal.timeZone);
    const byManager = Map.groupBy(
      people.filter(({ ownerId, managerId }) => managerId !== null && managerId !== ownerId),
      ({ managerId }) => managerId ?? '',
    );
    const listReports = (managerId: string) => byManager.get(managerId) ?? [];
    const managers = [
      ...new Set([
        viewer.ownerId,
        ...listReports(viewer.ownerId).map(({ ownerId }) => ownerId),
        ...(viewer.managerId === null ? [] : [viewer.managerId]),
      ]),
    ];
    const store = forPortal(db, portal.id);
    const meetings = await store.listMeetings(managers);
    const changes = await store.listChanges(managers);
    const cadences = await store.listCadences();
    const reports = await reportsOf(db, portal.id).read();
    const policy = await policyOf(db, portal.id).read();
    const below = listReports(viewer.ownerId);
    const due = await completionOf(db, portal.id).listDue(
      [viewer.ownerId, ...below.map(({ ownerId }) => ownerId)],
      {
        from: addDays(today, -PROMISE_DAYS),
        until: addDays(today, -1),
        timeZone: portal.timeZone,
      },
    );
    const ofManagers = below
      .map(({ ownerId }) => ownerId)
      .filter((ownerId) => listReports(ownerId).length > 0);
    const drift =
      ofManagers.length === 0
        ? []
        : await rubrics.listDrift(
            portal.id,
            ofManagers,
            startOfLocalDate(addDays(today, -SCORING_DAYS), portal.timeZone),
          );
    const ofPair = ({ managerId, repId }: { managerId: string; repId: string }) => `${managerId} ${repId}`;
    const meetingsOfPair = Map.groupBy(meetings, ofPair);
    const changesOfPair = Map.groupBy(changes, ofPair);
    const setting = { today, timeZone: portal.timeZone };
    return {
      portal,
      today,
      now,
      policy,
      listReports,
      historyOf: (managerId, repId) =>
        historyOf(
          {
            cadence: cadences.get(repId) ?? null,
            since: reports.get(repId)?.since ?? null,
            meetings: meetingsOfPair.get(ofPair({ managerId, repId })) ?? [],
            changes: changesOfPair.get(ofPair({ managerId, repId })) ?? [],
            policy,
          },
          setting,
        ),
      meetingsOf: (managerId) => meetings.filter((meeting) => meeting.managerId === managerId),
      completion: measureCompletion(due, reports),
      drift,
    };
  }
}

function describeOwn(
  { historyOf: history, today }: Picture,
  manager: Person,
  viewer: Person,
): CoachingOverviewView['own'] {
  const due = findNextDue(history(manager.ownerId, viewer.ownerId), today);
  return { manager: manager.name, next: describeDay(due, today), isOverdue: due.overdueDays > 0 };
}

function describeReport(
  { ownerId, name }: Person,
  history: CadenceHistory,
  { today, completion }: Picture,
): ReportRow {
  const due = findNextDue(history, today);
  const last = lastHeld(history, today);
  return {
    ownerId,
    name,
    next: describeDay(due, today),
    isOverdue: due.overdueDays > 0,
    lastHeld: last === null ? null : showDay(last),
    cadence: history.cadence,
    completion: describeCompletion(completion.byRep.get(ownerId)),
  };
}

function describeManager({ ownerId, name }: Person, picture: Picture): ManagerRow {
  const reports = picture.listReports(ownerId);
  const histories = reports.map((rep) => picture.historyOf(ownerId, rep.ownerId));
  return {
    ownerId,
    name,
    coverage: describeCoverage(histories, picture.today)?.text ?? 'No 1:1 is due yet',
    overdue: describeOverdue(histories, picture.today),
    completion: describeCompletion(picture.completion.byManager.get(ownerId)?.agreed),
    time: measureTime({
      ...picture,
      viewer: 'director',
      meetings: picture.meetingsOf(ownerId),
      reps: reports.length,
      policy: picture.policy.time,
    }),
    drift: describeDrift(ownerId, picture.drift),
  };
}

/** What was agreed in the viewer's coaching, and what of it they had promised themselves. */
function describeOwnCompletion({ byManager }: CompletionRates, viewerId: string): string[] {
  const own = byManager.get(viewerId);
  const [promised, agreed] = [describeCompletion(own?.own), describeCompletion(own?.agreed)];
  return [
    ...(promised === null ? [] : [`Your own promises: ${promised}.`]),
    ...(agreed === null ? [] : [`Everything agreed in your coaching: ${agreed}.`]),
  ];
}

/** Overdue first, the longest on top, then whose 1:1 is next. */
const byUrgency =
  (today: LocalDate) =>
  (one: { readonly rep: Person; readonly history: CadenceHistory }, other: typeof one): number => {
    const [left, right] = [findNextDue(one.history, today), findNextDue(other.history, today)];
    return (
      right.overdueDays - left.overdueDays ||
      left.dueOn.localeCompare(right.dueOn) ||
      one.rep.name.localeCompare(other.rep.name, 'en')
    );
  };
