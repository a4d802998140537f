import type { ColumnType } from 'kysely';

/** JSON columns are written as text (`JSON.stringify`) and come back parsed, on both engines alike. */
export type Json<Value> = ColumnType<Value, string, string>;

export interface Keyed {
  portal_id: number;
  id: string;
}
