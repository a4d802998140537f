import type { ColumnType, Generated } from 'kysely';

/** JSON columns are written as text (`JSON.stringify`) and come back parsed, on both engines alike. */
type Json<Value> = ColumnType<Value, string, string>;

interface Keyed {
  portal_id: number;
  id: string;
}

export interface PortalTable {
  id: number;
  name: string;
  time_zone: string;
  company_currency: string;
  connected: boolean;
  installed_by: string;
  scopes: Json<string[]>;
  /** Who may read attainment from properties: everyone, team or cards. */
  sharing_level: Generated<string>;
  may_write_back: Generated<boolean>;
  period_kind: Generated<string>;
  fiscal_start_month: Generated<number>;
  /** Set once the first pull is complete; until then cards answer "not ready". */
  ready_at: Date | null;
}

export interface TokenTable {
  portal_id: number;
  sealed_access: string;
  sealed_refresh: string;
  expires_at: Date;
}

export interface OauthStateTable {
  state: string;
  sealed_verifier: string;
  created_at: Date;
}

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

/** What ops said about a person; HubSpot's owner row says the rest. */
export interface PersonTable {
  portal_id: number;
  owner_id: string;
  team_id: string | null;
  manager_id: string | null;
  starts_on: string | null;
  ends_on: string | null;
  ramp_months: number;
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

export interface ExchangeRateTable {
  portal_id: number;
  currency: string;
  /** Units of the company currency for one of this; a decimal. */
  rate: string;
  effective_at: Date;
}

export interface QuotaTable {
  portal_id: number;
  subject_kind: string;
  subject_id: string;
  /** In order, separated by semicolons; the empty string stands for every pipeline. */
  pipeline_ids: string;
  period_key: string;
  source: string;
  amount_minor: number;
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
  stage_entries: Json<{ stageId: string; enteredAt: string }[]>;
  /** The sideline_* values as HubSpot last showed them. */
  known: Json<Record<string, string>>;
  /** Why a won deal gives no credit; null for every other deal. */
  exclusion: string | null;
  /** The period that it is missing from; null without a close date. */
  exclusion_period: string | null;
  /** Renewed by each edit of what the numbers depend on; null once a plan has taken it in. */
  news: Generated<number | null>;
}

export interface DealSplitTable {
  portal_id: number;
  deal_id: string;
  owner_id: string;
  percentage: string;
  track: string;
}

export interface CreditTable {
  portal_id: number;
  deal_id: string;
  owner_id: string;
  period_key: string;
  kind: string;
  track: string;
  amount_minor: number;
  at: Date;
}

export interface WinModelTable {
  portal_id: number;
  fitted_at: Date;
  model: Json<unknown>;
}

export interface SeasonTable {
  portal_id: number;
  /** Exact fractions, `'numerator/denominator'`, one for each month of a period. */
  weights: Json<string[]>;
}

export interface ChangedRecordTable extends Keyed {
  type: string;
  /** Renewed by each further event, so that work on an older one never clears a newer one. */
  version: Generated<number>;
}

export interface DirtyOwnerTable {
  portal_id: number;
  owner_id: string;
  version: Generated<number>;
  /** How much of what age alone changes is to go out: see `sync/outbox/hold-drift.ts`. */
  drift: Generated<number>;
}

export interface OutboxTable {
  portal_id: number;
  record_id: string;
  desired: Json<Record<string, string>>;
  /** The edit of the record that these values take in; null when none. */
  news: number | null;
  version: Generated<number>;
  parked_code: string | null;
  parked_message: string | null;
}

export interface PullProgressTable {
  portal_id: number;
  deals_read: number;
  /** Null while the first pull runs. */
  finished_at: Date | null;
  started_at: Date;
}

export interface Tables {
  portal: PortalTable;
  token: TokenTable;
  oauth_state: OauthStateTable;
  owner: OwnerTable;
  team: TeamTable;
  person: PersonTable;
  pipeline: PipelineTable;
  stage: StageTable;
  exchange_rate: ExchangeRateTable;
  quota: QuotaTable;
  deal: DealTable;
  deal_split: DealSplitTable;
  credit: CreditTable;
  win_model: WinModelTable;
  season: SeasonTable;
  changed_record: ChangedRecordTable;
  dirty_owner: DirtyOwnerTable;
  outbox: OutboxTable;
  pull_progress: PullProgressTable;
}
