import type { ColumnType, Generated } from 'kysely';
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
  /** Ids of pipelines. */
  uncounted_pipelines: ColumnType<string[], string | undefined, string>;
  /** Set once the first pull is complete; until then cards answer "not ready". */
  ready_at: Date | null;
  /** When HubSpot or ops ended the connection; null while it stands. */
  disconnected_at: Generated<Date | null>;
}

export interface TokenTable {
  portal_id: number;
  sealed_access: string;
  sealed_refresh: string;
  expires_at: Date;
  /** Who is renewing the tokens at the moment, and until when nobody else tries. */
  renewer: ColumnType<string | null, string | null | undefined, string | null>;
  renewing_until: ColumnType<Date | null, Date | null | undefined, Date | null>;
}

export interface OauthStateTable {
  state: string;
  sealed_verifier: string;
  created_at: Date;
}
