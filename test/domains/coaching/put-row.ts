import { sql, type Kysely } from 'kysely';
import type { Tables } from '../../../src/store/index.ts';

interface Column {
  readonly table: string;
  readonly column: string;
  readonly type: string;
  readonly isNullable: boolean;
}

/** Every column of what coaching and the pulse keep. */
export async function listColumns(db: Kysely<Tables>): Promise<Column[]> {
  const { rows } = await sql<Column>`
    select table_name as "table", column_name as "column", data_type as type, is_nullable = 'YES' as "isNullable"
    from information_schema.columns
    where table_schema = current_schema() and (table_name like 'coaching%' or table_name like 'pulse%')
    order by 1, 2`.execute(db);
  return rows;
}

/** Puts one row of that time into a table, with the given values and made-up ones everywhere else. */
export async function putRow(
  db: Kysely<Tables>,
  columns: readonly Column[],
  table: string,
  given: Readonly<Record<string, unknown>>,
  at: Date,
): Promise<void> {
  const values: Record<string, unknown> = { ...given };
  for (const { column, type, isNullable } of columns.filter((each) => each.table === table)) {
    if (column in given || isNullable) continue;
    else if (column === 'state') values[column] = 'shared';
    else if (/timestamp/.test(type)) values[column] = at;
    else if (/int|numeric|double/.test(type)) values[column] = 1;
    else if (type === 'boolean') values[column] = false;
    else if (type === 'jsonb') values[column] = [];
    else values[column] = /_on$/.test(column) ? at.toISOString().slice(0, 10) : '770001';
  }
  await sql`insert into ${sql.table(table)} select (jsonb_populate_record(null::${sql.table(table)},
    ${JSON.stringify(values)}::jsonb)).*`.execute(db);
}

/** Every column of coaching that can hold a person, by what people are called there. */
export const ofOwner = /^(owner|rep|author|manager|doer|reader|rater|member|peer|person|director)_id$/;
