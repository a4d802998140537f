import type { AgendaLineView, AgendaView, MeetingView, PromiseLineView } from '../../../contract/index.ts';
import { countNoun } from '../../../kernel/count-noun.ts';
import { localMoment } from '../../../kernel/local-day.ts';
import { dayNumber, type LocalDate } from '../../../kernel/period.ts';
import { showDay } from '../../../kernel/show-day.ts';
import type { HeldMeeting, PreparedAgenda } from '../agenda/pair-facts.ts';
import type { Agenda, AgendaLine, PromiseLine } from '../agenda/types.ts';
import { describeDue } from '../card/describe-action.ts';
import { describeReading } from '../lines/describe-reading.ts';
import type { NextMeeting } from './find-next-meeting.ts';
import { recordOfMeeting } from './record-of-meeting.ts';

/** So many 1:1s are shown of those that took place. */
const SHOWN = 6;

const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const;

interface MeetingFacts {
  readonly viewer: MeetingView['viewer'];
  readonly rep: MeetingView['rep'];
  readonly manager: { readonly ownerId: string; readonly name: string };
  readonly nameOf: (ownerId: string) => string;
  readonly next: NextMeeting;
  readonly agenda: Agenda;
  readonly prepared: PreparedAgenda | null;
  readonly meetings: readonly HeldMeeting[];
  readonly today: LocalDate;
  readonly timeZone: string;
}

/** A 1:1 as one of the two sees it. */
export function describeMeeting(facts: MeetingFacts): MeetingView {
  const { viewer, rep, manager, next, meetings, today, timeZone } = facts;
  const prepared = facts.prepared?.dueOn === next.dueOn ? facts.prepared : null;
  return {
    viewer,
    rep,
    manager,
    next: {
      number: next.number,
      dueOn: next.dueOn,
      label: describeDay(next, today),
      isOverdue: next.overdueDays > 0,
      recordId: recordOfMeeting({ managerId: manager.ownerId }, next.number),
    },
    cadence: next.cadence,
    agenda: describeAgenda(facts, prepared),
    preparedLabel:
      prepared && `Prepared ${localMoment(prepared.madeAt, timeZone)}; what is new since is marked.`,
    held: meetings
      .toSorted((one, other) => other.number - one.number)
      .slice(0, SHOWN)
      .map((meeting) => ({
        recordId: recordOfMeeting({ managerId: manager.ownerId }, meeting.number),
        dayLabel: showDay(meeting.heldOn),
        details: describeHeld(meeting, {
          rep: viewer === 'rep' ? 'You' : rep.name,
          manager: viewer === 'manager' ? 'You' : manager.name,
        }),
      })),
    today,
  };
}

/** `'Thu 3 Dec 2026, in 3 days'`, `'Mon 23 Nov 2026, 7 days overdue'`. */
export function describeDay(
  { dueOn, overdueDays }: Pick<NextMeeting, 'dueOn' | 'overdueDays'>,
  today: LocalDate,
): string {
  const weekday = weekdays[new Date(dueOn).getUTCDay()] ?? '';
  const days = dayNumber(dueOn) - dayNumber(today);
  const when =
    overdueDays > 0
      ? `${countNoun(overdueDays, 'day')} overdue`
      : days <= 0
        ? 'today'
        : days === 1
          ? 'tomorrow'
          : `in ${countNoun(days, 'day')}`;
  return `${weekday} ${showDay(dueOn)}, ${when}`;
}

function describeHeld(
  { minutes, kind, attendance }: HeldMeeting,
  names: { readonly rep: string; readonly manager: string },
): string {
  switch (attendance) {
    case 'both':
      return `${countNoun(minutes, 'minute')} · ${kind} coaching`;
    case 'rep missing':
      return `${names.rep} ${names.rep === 'You' ? 'were' : 'was'} missing`;
    case 'manager missing':
      return `${names.manager} ${names.manager === 'You' ? 'were' : 'was'} missing`;
  }
}

interface Reader {
  readonly viewer: MeetingView['viewer'];
  readonly prepared: PreparedAgenda | null;
  readonly today: LocalDate;
}

function describeAgenda(
  { agenda, viewer, manager, nameOf, today }: MeetingFacts,
  prepared: PreparedAgenda | null,
): AgendaView {
  const reader: Reader = { viewer, prepared, today };
  const line = (each: AgendaLine) => describeLine(each, reader);
  const promise = (each: PromiseLine) => describePromise(each, reader);
  return {
    ownLines: agenda.ownLines.map(({ id, words, dealId, ...meant }) => ({
      id,
      words,
      dealId,
      ...(viewer === 'rep'
        ? describeReading(meant, manager.ownerId, nameOf)
        : { notice: null, handOn: null }),
    })),
    promisesNotKept: agenda.promisesNotKept.map(promise),
    openActions: agenda.openActions.map(promise),
    lines: agenda.lines.map(line),
    leftOut: agenda.linesLeftOut === 0 ? null : `${agenda.linesLeftOut} more did not fit`,
    wins: agenda.wins.map(line),
    skill: agenda.skill && line(agenda.skill),
  };
}

function describeLine(
  { id, words, rule, also, question, dealId }: AgendaLine,
  { viewer, prepared }: Reader,
): AgendaLineView {
  return {
    id,
    words,
    rules: [rule, ...also],
    question: viewer === 'manager' ? question : null,
    dealId,
    isNew: prepared !== null && !prepared.lineIds.includes(id),
  };
}

function describePromise(line: PromiseLine, reader: Reader): PromiseLineView {
  return {
    ...describeLine(line, reader),
    actionId: line.actionId,
    due: line.dueOn === null ? 'no day set' : describeDue(line.dueOn, reader.today),
    carried: line.timesCarried === 0 ? null : `carried over ${countNoun(line.timesCarried, 'time')}`,
    mayTick: line.by === reader.viewer,
  };
}
