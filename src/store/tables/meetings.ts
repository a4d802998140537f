import type { Generated } from 'kysely';
import type { Json, Keyed } from './columns.ts';

/** What ops chose for 1:1s in a portal; without a row everything is as usual. */
export interface CoachingPolicyTable {
  portal_id: number;
  /** `weekly`, `fortnightly` or `monthly`: for everybody who has no other. */
  cadence: string;
  rules: Json<unknown>;
  /** A manager's working week, and how much of it coaching should take, in whole percent. */
  week_hours: number;
  week_percent: number;
}

/** How often a rep's 1:1 is held, whoever is their manager. */
export interface CoachingCadenceTable {
  portal_id: number;
  rep_id: string;
  cadence: string;
}

interface BetweenTwo {
  portal_id: number;
  manager_id: string;
  rep_id: string;
}

/** One 1:1, named by the day on which it was due, was moved to another day or, where there is none, skipped. */
export interface CoachingMeetingChangeTable extends BetweenTwo {
  due_on: string;
  moved_to: string | null;
  at: Date;
}

/** A 1:1 that took place, or at which somebody was missing. */
export interface CoachingMeetingTable extends Omit<Keyed, 'id'>, BetweenTwo {
  id: Generated<string>;
  /** Counts the 1:1s of the two from 1: what names one before it was held. */
  number: number;
  /** A day, `YYYY-MM-DD`, and the one on which it was due. */
  held_on: string;
  due_on: string;
  minutes: number;
  /** What it was mostly about: `deal` or `skill`. */
  kind: string;
  /** `both`, `rep missing` or `manager missing`; only with both it counts as held. */
  attendance: string;
  at: Date;
}

/** What was prepared the evening before: which lines there were, so that what is new since can be told. */
export interface CoachingAgendaTable extends BetweenTwo {
  due_on: string;
  line_ids: Json<string[]>;
  made_at: Date;
}

/** A rep says that a reason why a deal is at risk does not hold. */
export interface CoachingDisputeTable {
  portal_id: number;
  rep_id: string;
  deal_id: string;
  /** Rule and fact; once the fact is another one the reason is new. */
  reason: string;
  at: Date;
}
