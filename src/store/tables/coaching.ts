import type { Generated } from 'kysely';
import type { Json, Keyed } from './columns.ts';

/** The key that seals what people of this portal write; itself sealed by the service's. Without it nothing can be read. */
export interface PortalKeyTable {
  portal_id: number;
  sealed_key: string;
}

interface BesideRecord {
  record_type: string;
  record_id: string;
}

export interface CoachingNoteTable extends Omit<Keyed, 'id'>, BesideRecord {
  id: Generated<string>;
  author_id: string;
  rep_id: string;
  /** `draft`, `private` or `shared`. */
  state: string;
  version: Generated<number>;
  sealed_content: string;
  created_at: Date;
  edited_at: Date;
  shared_at: Date | null;
  acknowledgement: string | null;
  acknowledged_at: Date | null;
  /** The rubric's version by which the author scored; null where they did not. */
  rubric_id: string | null;
  rubric_version: number | null;
  sealed_levels: string | null;
  /** What the rep said of themselves by the same version. */
  sealed_self_levels: string | null;
  self_scored_at: Date | null;
  /** When its rep was reminded of it, or was to be; once ever. */
  reminded_at: Generated<Date | null>;
}

export interface CoachingAddendumTable extends Omit<Keyed, 'id'> {
  id: Generated<string>;
  note_id: string;
  author_id: string;
  sealed_text: string;
  at: Date;
}

/** What a rep wants to talk about next time. */
export interface CoachingLineTable extends Omit<Keyed, 'id'>, BesideRecord {
  id: Generated<string>;
  rep_id: string;
  /** Their manager when it was written, for whom it was; null where they had none. */
  manager_id: string | null;
  /** The later manager to whom the rep handed it on. */
  reader_id: Generated<string | null>;
  sealed_text: string;
  at: Date;
  /** The day of the 1:1 at which it was talked about; null while it waits. */
  discussed_on: Generated<string | null>;
}

/** What somebody has begun to write beside a record, or to add to a note, and not sent. */
export interface CoachingTextDraftTable {
  portal_id: number;
  author_id: string;
  /** That of a record, `note`, or `edit` beside a note that is changed. */
  record_type: string;
  record_id: string;
  /** One, or several where records were merged: they are read as one. */
  sealed_texts: Json<readonly string[]>;
  version: Generated<number>;
  at: Date;
}

export interface CoachingActionTable extends Omit<Keyed, 'id'>, BesideRecord {
  id: Generated<string>;
  note_id: string;
  /** Which promise of the note it is, wherever it stands in it. */
  promise_id: string;
  author_id: string;
  rep_id: string;
  /** Who promised it: the rep or the author. */
  doer_id: string;
  topic: string;
  sealed_text: string;
  /** A day, `YYYY-MM-DD`. */
  due_on: string;
  /** `open`, `done`, or `dropped` where the note promises it no more. */
  state: Generated<string>;
  done_at: Date | null;
  created_at: Date;
  /** HubSpot's task; null where there is none (yet). */
  task_id: Generated<string | null>;
  /** When HubSpot was last asked for a task: from then on there may be one. */
  task_asked_at: Generated<Date | null>;
  /** As what it was asked for: `public` or `neutral`; null where it was asked before that was kept, hence `public`. */
  task_kind: Generated<string | null>;
  /** When HubSpot was asked while an earlier call's effect was unknown: a second task may come late. */
  task_doubted_at: Generated<Date | null>;
  /** Says which change HubSpot has not been told of; null when it has been told of all. */
  task_news: Generated<number | null>;
}

/** Who read what somebody else wrote, once a day. */
export interface CoachingAccessTable {
  portal_id: number;
  note_id: string;
  reader_id: string;
  /** `YYYY-MM-DD` in the portal's zone. */
  on_day: string;
}

/** What a workflow of HubSpot wants talked about at a rep's next 1:1. */
export interface CoachingRequestTable extends Omit<Keyed, 'id'>, BesideRecord {
  id: Generated<string>;
  /** HubSpot's name for one run of the action on one record. */
  callback_id: string;
  rep_id: string;
  sealed_reason: string;
  at: Date;
  /** The day of the 1:1 at which it was talked about, `YYYY-MM-DD`. */
  taken_up_on: Generated<string | null>;
}

/** A task by which a rep is told, once a day at most, that shared notes wait for their answer. */
export interface CoachingReminderTable extends Omit<Keyed, 'id'> {
  id: Generated<string>;
  rep_id: string;
  /** The day on which HubSpot was, or is to be, asked for it, `YYYY-MM-DD` in the portal's zone. */
  on_day: string;
  /** When it was begun: `reminded_at` of the notes that it speaks for. */
  at: Date;
  /** There is a task, or there is to be none any more. */
  is_over: Generated<boolean>;
  /** When HubSpot was last asked for a task: from then on there may be one. */
  asked_at: Generated<Date | null>;
  /** HubSpot's task; null where there is none. */
  task_id: Generated<string | null>;
  /** When HubSpot was asked again, or not wanted any more, while an earlier call's effect was unknown. */
  doubted_at: Generated<Date | null>;
}
