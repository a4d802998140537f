import type { Generated } from 'kysely';

/** A note that a rep opened to the manager whom they had then; one row a note, for there is one present manager. */
export interface CoachingHandoverTable {
  portal_id: number;
  note_id: string;
  rep_id: string;
  manager_id: string;
  /** What came later is not part of it. */
  at: Date;
}

/** What a person may ask for by law, sealed, and waiting for nobody but them. */
export interface CoachingCopyTable {
  portal_id: number;
  owner_id: string;
  /** The HubSpot user of ops who started it. */
  asked_by: string;
  /** Null once the time to collect it is over, or it was withdrawn. */
  sealed_file: string | null;
  made_at: Date;
  expires_at: Date;
  /** When it was first opened; null while it waits. */
  collected_at: Date | null;
  /** When it was taken away because data in it was erased; null where it was not. */
  withdrawn_at: Generated<Date | null>;
}

/** How long coaching is kept; without a row as usual, with null for good. */
export interface CoachingRetentionTable {
  portal_id: number;
  months: number | null;
}
