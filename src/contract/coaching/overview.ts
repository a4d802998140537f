import * as z from 'zod/mini';
import { nothing } from '../settings/fields.ts';
import { cadence } from './meeting.ts';

/** The Coaching tab takes nothing: who asks decides whose coaching is in it. */
export const coachingOverviewRequest = nothing;

const report = z.strictObject({
  ownerId: z.string(),
  name: z.string(),
  /** "Thu 3 Dec 2026, in 3 days", "Mon 23 Nov 2026, 7 days overdue". */
  next: z.string(),
  isOverdue: z.boolean(),
  /** "19 Nov 2026"; null where none was held yet. */
  lastHeld: z.nullable(z.string()),
  cadence,
  /** "4 of 5 actions done by their day"; null where too few were due. */
  completion: z.nullable(z.string()),
});
export type ReportRow = z.infer<typeof report>;

/** One who manages others, as the person above sees them: dates and counts, never a word. */
const manager = z.strictObject({
  ownerId: z.string(),
  name: z.string(),
  /** "5 of 7 had their 1:1 in time". */
  coverage: z.string(),
  /** "2 overdue, the longest 9 days"; null where none is. */
  overdue: z.nullable(z.string()),
  completion: z.nullable(z.string()),
  /** Up to the quarter before the last complete one. */
  time: z.array(z.string()),
  /** "Scores 0.4 higher than the others (n = 34)"; null where too little was scored. */
  drift: z.nullable(z.string()),
});
export type ManagerRow = z.infer<typeof manager>;

export const coachingOverviewView = z.strictObject({
  /** The viewer's own 1:1, as rep; null for whoever has no manager. */
  own: z.nullable(z.strictObject({ manager: z.string(), next: z.string(), isOverdue: z.boolean() })),
  /** Whoever reports to the viewer: overdue first, then by the day that is next. Empty for a rep. */
  reports: z.array(report),
  /** "5 of 7 had their 1:1 in time"; null where nobody is due. */
  coverage: z.nullable(z.strictObject({ text: z.string(), percent: z.number() })),
  /** Of the viewer's own promises and of everybody's; empty where there were too few. */
  completion: z.array(z.string()),
  /** A sentence a line; empty for a rep. */
  time: z.array(z.string()),
  /** Those of the reports who manage others. */
  managers: z.array(manager),
  /** What to do where there is nothing; null where there is something. */
  nextStep: z.nullable(z.string()),
});
export type CoachingOverviewView = z.infer<typeof coachingOverviewView>;
