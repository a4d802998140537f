import type { Generated } from 'kysely';
import type { Json, Keyed } from './columns.ts';

export interface OwnerTable extends Keyed {
  user_id: string | null;
  email: string;
  name: string;
  archived: boolean;
  team_id: string | null;
}

export interface TeamTable extends Keyed {
  name: string;
  parent_id: string | null;
}

export interface PipelineTable extends Keyed {
  label: string;
  display_order: number;
}

export interface StageTable extends Keyed {
  pipeline_id: string;
  label: string;
  display_order: number;
  /** HubSpot's own probability, a decimal string from 0 to 1. */
  probability: string;
  is_closed: boolean;
}

/** A contact that HubSpot made one with another; contacts themselves are not mirrored. */
export interface MergedContactTable {
  portal_id: number;
  id: string;
  survivor_id: string;
}

export interface ExchangeRateTable {
  portal_id: number;
  currency: string;
  /** Units of the company currency for one of this; a decimal. */
  rate: string;
  effective_at: Date;
}

export interface DealTable extends Keyed {
  name: string;
  pipeline_id: string;
  stage_id: string;
  owner_id: string | null;
  amount: string | null;
  currency: string;
  exchange_rate: string | null;
  home_minor: number | null;
  close_at: Date | null;
  created_at: Date;
  modified_at: Date;
  is_closed: boolean;
  is_won: boolean;
  is_split: boolean;
  forecast_category: string | null;
  stage_entered_at: Date | null;
  won_entered_at: Date | null;
  won_exited_at: Date | null;
  last_activity_at: Date | null;
  next_activity_at: Date | null;
  has_next_step: boolean;
  /** How often the close date of the open deal moved back, since Sideline reads it. */
  pushes: Generated<number>;
  stage_entries: Json<{ stageId: string; enteredAt: string }[]>;
  /** The sideline_* values as HubSpot last showed them. */
  known: Json<Record<string, string>>;
  /** Why a won deal gives no credit; null for every other deal. */
  exclusion: string | null;
  /** The period that it is missing from; null without a close date. */
  exclusion_period: string | null;
  /** Renewed by each edit of what the numbers depend on; null once a plan has taken it in. */
  news: Generated<number | null>;
  /** A later modification that changed nothing of the above, our own write for one; null when none was seen. */
  verified_at: Generated<Date | null>;
}

export interface DealSplitTable {
  portal_id: number;
  deal_id: string;
  owner_id: string;
  percentage: string;
  track: string;
}

/** Somebody who had a deal or shared in it before. */
export interface DealFormerOwnerTable {
  portal_id: number;
  deal_id: string;
  owner_id: string;
}

export interface ChangedRecordTable extends Keyed {
  type: string;
  /** Renewed by each further event, so that work on an older one never clears a newer one. */
  version: Generated<number>;
  /** Since when it waits to be read. */
  noted_at: Generated<Date>;
}

export interface DirtyOwnerTable {
  portal_id: number;
  owner_id: string;
  version: Generated<number>;
  /** How much of what age alone changes is to go out: see `sync/outbox/hold-drift.ts`. */
  drift: Generated<number>;
}
