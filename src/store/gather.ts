import { sql, type RawBuilder } from 'kysely';

/** The rows of a part of a statement as one JSON array, empty rather than null. */
export function gather(row: RawBuilder<unknown>, from: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`coalesce((select jsonb_agg(${row}) from ${from}), '[]'::jsonb)`;
}
