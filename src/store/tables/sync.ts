import type { Generated } from 'kysely';
import type { Json } from './columns.ts';

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
