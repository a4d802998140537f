import type { Generated } from 'kysely';

export interface PullProgressTable {
  portal_id: number;
  phase: Generated<string>;
  /** What the figures of this pull stand on; once it is another, the pull begins again. */
  basis: Generated<string>;
  deals_read: number;
  /** Null while HubSpot has not said how many there are. */
  deals_total: number | null;
  /** Those that HubSpot's own list has shown. */
  deals_checked: Generated<number>;
  /** Up to this id the portal is divided into parts. */
  planned_to: string | null;
  is_planned: Generated<boolean>;
  started_at: Date;
  /** When the present attempt began; later than the start where an attempt before was interrupted. */
  resumed_at: Generated<Date>;
  /** Null while the pull runs. */
  finished_at: Date | null;
}

export interface PullPartTable {
  portal_id: number;
  number: number;
  lower_id: string | null;
  upper_id: string | null;
  list_first: string | null;
  list_last: string | null;
  list_cursor: string | null;
  list_deals: Generated<number>;
  list_new: Generated<number>;
  list_done: Generated<boolean>;
  search_lowest: string | null;
  search_deals: Generated<number>;
  search_done: Generated<boolean>;
}

/** Deals that have been read and wait for their splits. */
export interface PullHeldTable {
  portal_id: number;
  id: string;
}
