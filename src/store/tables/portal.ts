import type { Generated } from 'kysely';
import type { Json } from './columns.ts';

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
