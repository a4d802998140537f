import type { Generated } from 'kysely';
import type { Json } from './columns.ts';

/** What ops said about a person; HubSpot's owner row says the rest. */
export interface PersonTable {
  portal_id: number;
  owner_id: string;
  team_id: string | null;
  manager_id: string | null;
  /** Since when the manager is this one; nobody told before that. */
  manager_since: Generated<Date>;
  starts_on: string | null;
  ends_on: string | null;
  ramp_months: number;
}

/** Whom a person reported to, until when: written by the store whenever a manager changes. */
export interface FormerManagerTable {
  portal_id: number;
  id: Generated<number>;
  owner_id: string;
  /** Null for nobody, or for somebody who was erased. */
  manager_id: string | null;
  until: Date;
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

export interface CreditTable {
  portal_id: number;
  deal_id: string;
  /** The deal's; credit is written anew with every change of its deal. */
  pipeline_id: string;
  owner_id: string;
  period_key: string;
  kind: string;
  track: string;
  amount_minor: number;
  at: Date;
}

export interface SeasonTable {
  portal_id: number;
  /** Exact fractions, `'numerator/denominator'`, one for each month of a period. */
  weights: Json<string[]>;
}

export interface WinModelTable {
  portal_id: number;
  fitted_at: Date;
  model: Json<unknown>;
}
