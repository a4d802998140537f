import { sql, type Kysely } from 'kysely';
import type { Tables } from '../../src/store/index.ts';

export const secondPortalId = 777;

/** What every name and address of the second portal contains: it must never be read in the first. */
export const secret = 'Zanzibar';

/** Stands before every id of the second portal, so that none of them is an id of the first. */
export const foreign = '88';

/** A second portal like the first, under other ids and names. */
export async function copyPortal(db: Kysely<Tables>, portalId: number): Promise<void> {
  await copy(db, 'portal', 'id', portalId);
  const columns = await readColumns(db);
  const tables = [...new Set(columns.map(({ table }) => table))];
  for (const table of tables) await copy(db, table, 'portal_id', portalId);
  await db.updateTable('portal').set({ name: secret }).where('id', '=', secondPortalId).execute();
  for (const { table, column, type } of columns) {
    if (type !== 'text') continue;
    const value = sql.ref(column);
    if (/^(id|.*_id)$/.test(column)) {
      await sql`update ${sql.table(table)} set ${value} = ${foreign} || ${value}
        where portal_id = ${secondPortalId} and ${value} ~ '^[0-9]+$'`.execute(db);
    } else if (/^(name|email|label)$/.test(column)) {
      await sql`update ${sql.table(table)} set ${value} = ${secret} || ' ' || ${value}
        where portal_id = ${secondPortalId}`.execute(db);
    }
  }
}

async function copy(db: Kysely<Tables>, table: string, key: string, portalId: number): Promise<void> {
  const change = JSON.stringify({ [key]: secondPortalId });
  await sql`insert into ${sql.table(table)}
    select (jsonb_populate_record(null::${sql.table(table)}, to_jsonb(original) || ${change}::jsonb)).*
    from ${sql.table(table)} original where ${sql.ref(key)} = ${portalId} on conflict do nothing`.execute(db);
}

async function readColumns(db: Kysely<Tables>) {
  const { rows } = await sql<{ table: string; column: string; type: string }>`
    select table_name as "table", column_name as "column", data_type as "type" from information_schema.columns
    where table_schema = current_schema() and table_name in (
      select table_name from information_schema.columns where table_schema = current_schema() and column_name = 'portal_id')
    order by 1, 2`.execute(db);
  return rows;
}

/** Every row of every table, by table; of one portal where told. */
export async function snapshot(
  db: Kysely<Tables>,
  portalId: number | null = null,
): Promise<Record<string, string[]>> {
  const { rows } = await sql<{ table: string; key: string | null }>`
    select t.table_name as "table", (select c.column_name from information_schema.columns c
      where c.table_schema = current_schema() and c.table_name = t.table_name and c.column_name = 'portal_id') as key
    from information_schema.tables t where t.table_schema = current_schema() and t.table_type = 'BASE TABLE'
    order by 1`.execute(db);
  const tables: Record<string, string[]> = {};
  for (const { table, key } of rows) {
    if (portalId !== null && key === null) continue;
    const where = portalId === null ? sql`true` : sql`portal_id = ${portalId}`;
    const { rows: kept } = await sql<{ row: string }>`
      select to_jsonb(original)::text as row from ${sql.table(table)} original where ${where} order by 1`.execute(
      db,
    );
    tables[table] = kept.map(({ row }) => row);
  }
  return tables;
}
