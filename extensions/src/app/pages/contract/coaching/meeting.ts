// Generated from src/contract/coaching/meeting.ts by `npm run generate`: edit it there.
import * as z from 'zod/mini';
import { hubspotId } from '../settings/fields.ts';
import { lineReading } from './agenda.ts';

/** How often a rep's 1:1 is due. */
export const cadence = z.enum(['weekly', 'fortnightly', 'monthly']);
export type Cadence = z.infer<typeof cadence>;

/** Whose 1:1: a report of the viewer's, or nobody where the viewer asks for their own. */
export const meetingRequest = z.strictObject({ repId: z.optional(hubspotId) });
export type MeetingRequest = z.infer<typeof meetingRequest>;

/** A line that a rule has raised. */
const agendaLine = z.strictObject({
  /** The same for the same matter on every day. */
  id: z.string(),
  /** "Acme: no activity since 28 Oct 2026". */
  words: z.string(),
  /** The rules that raised it, the most pressing first: "Nothing happened for 21 days or more". */
  rules: z.array(z.string()),
  /** For the manager to ask; null for the rep. */
  question: z.nullable(z.string()),
  dealId: z.nullable(z.string()),
  /** It was not there when the agenda was prepared the evening before. */
  isNew: z.boolean(),
});
export type AgendaLineView = z.infer<typeof agendaLine>;

/** Something agreed that is not finished. */
const promiseLine = z.strictObject({
  ...agendaLine.shape,
  actionId: z.string(),
  /** "due 3 days ago". */
  due: z.string(),
  /** "carried over twice"; null where no 1:1 was held since. */
  carried: z.nullable(z.string()),
  /** The viewer promised it. */
  mayTick: z.boolean(),
});
export type PromiseLineView = z.infer<typeof promiseLine>;

const agendaView = z.strictObject({
  /** What the rep wants to talk about. */
  ownLines: z.array(
    z.strictObject({
      id: z.string(),
      words: z.string(),
      dealId: z.nullable(z.string()),
      ...lineReading.shape,
    }),
  ),
  promisesNotKept: z.array(promiseLine),
  openActions: z.array(promiseLine),
  lines: z.array(agendaLine),
  /** "7 more did not fit"; null where none was left out. */
  leftOut: z.nullable(z.string()),
  wins: z.array(agendaLine),
  skill: z.nullable(agendaLine),
});
export type AgendaView = z.infer<typeof agendaView>;

export const meetingView = z.strictObject({
  viewer: z.enum(['manager', 'rep']),
  rep: z.strictObject({ ownerId: z.string(), name: z.string() }),
  /** Null for a rep of whom nobody said who their manager is. */
  manager: z.nullable(z.strictObject({ ownerId: z.string(), name: z.string() })),
  /** Null without a manager. */
  next: z.nullable(
    z.strictObject({
      /** Counts the 1:1s of the two. */
      number: z.number(),
      dueOn: z.iso.date(),
      /** "Thu 3 Dec 2026, in 3 days", "9 days overdue". */
      label: z.string(),
      isOverdue: z.boolean(),
      /** Notes about it stand beside this record of type `meeting`. */
      recordId: z.string(),
    }),
  ),
  cadence,
  /** What each line is from; null without a manager. */
  agenda: z.nullable(agendaView),
  /** "Prepared 2 Dec, 18:04; what is new since is marked." Null where it was not. */
  preparedLabel: z.nullable(z.string()),
  /** The last ones, newest first. */
  held: z.array(
    z.strictObject({
      recordId: z.string(),
      /** "19 Nov 2026". */
      dayLabel: z.string(),
      /** "40 minutes · deal coaching", "Ana Ruiz was missing". */
      details: z.string(),
    }),
  ),
  /** The portal's day. */
  today: z.iso.date(),
});
export type MeetingView = z.infer<typeof meetingView>;

/** Records a 1:1. `number` is the one that was seen; sent twice it is one 1:1. */
export const holdMeetingRequest = z.strictObject({
  repId: hubspotId,
  number: z.int().check(z.gte(1), z.lte(9_999)),
  heldOn: z.iso.date(),
  minutes: z.int().check(z.gte(0), z.lte(480)),
  kind: z.enum(['deal', 'skill']),
  attendance: z.enum(['both', 'rep missing', 'manager missing']),
  /** What was talked about of what the rep had added, and of what workflows had asked for. */
  discussedLineIds: z.array(hubspotId).check(z.maxLength(200)),
  discussedRequestIds: z.array(hubspotId).check(z.maxLength(200)),
});
export type HoldMeetingRequest = z.infer<typeof holdMeetingRequest>;

/** Skips the 1:1 that is due on a day, or moves it to another. */
export const changeMeetingRequest = z.strictObject({
  repId: hubspotId,
  dueOn: z.iso.date(),
  /** Null skips it. */
  moveTo: z.nullable(z.iso.date()),
});
export type ChangeMeetingRequest = z.infer<typeof changeMeetingRequest>;

export const setCadenceRequest = z.strictObject({ repId: hubspotId, cadence });
export type SetCadenceRequest = z.infer<typeof setCadenceRequest>;
