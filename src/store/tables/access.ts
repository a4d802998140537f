import type { ColumnType, Generated } from 'kysely';
import type { Json } from './columns.ts';

export interface RoleTable {
  portal_id: number;
  user_id: string;
  role: string;
  /** The HubSpot user who gave it; whoever installs Sideline gives the first one to themselves. */
  granted_by: string;
  granted_at: Date;
}

export interface AuditEntryTable {
  portal_id: number;
  id: Generated<number>;
  at: Date;
  /** The HubSpot user who did it; null where Sideline did it by itself. */
  user_id: string | null;
  action: string;
  /** What it was done to and how; never a secret, never coaching text. */
  details: Json<Record<string, unknown>>;
}

export interface AnsweredRequestTable {
  portal_id: number;
  user_id: string;
  key: string;
  /** Of path and body: the same key with another question is a mistake of the caller. */
  digest: string;
  /** Null while the first attempt runs. */
  answer: ColumnType<string | null, string | null, string>;
  claimed_at: Date;
}
