import type { Generated } from 'kysely';

export interface ReconciliationTable {
  portal_id: number;
  /** Whatever was modified before this instant has been compared. */
  modified_until: Date | null;
  /** When every deal was last compared. */
  everything_at: Date | null;
  /** When somebody asked for every deal to be compared; null once that is done. */
  asked_at: Date | null;
  checked_at: Date | null;
  /** Deals that the last check found to differ. */
  repaired: Generated<number>;
}

/** A property of our name that is somebody else's: it is left alone, and nothing is written to it. */
export interface PropertyConflictTable {
  portal_id: number;
  name: string;
  found_type: string;
  wanted_type: string;
}

export interface WrittenPropertyTable {
  portal_id: number;
  name: string;
  values_written: number;
  last_written_at: Date;
}

/** All that is left of a portal whose data were erased. */
export interface ErasedPortalTable {
  id: number;
  erased_at: Date;
  cause: string;
}

/** Whether ops want a property that is written only when they do; one that nobody spoke of has no row. */
export interface PropertyChoiceTable {
  portal_id: number;
  name: string;
  is_on: boolean;
}
