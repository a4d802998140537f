import { sql, type Kysely } from 'kysely';
import { inChunks, type Tables } from '../../store/index.ts';

/** A record that HubSpot says has changed; the version tells one saying from the next. */
export interface ChangedRecord {
  readonly type: string;
  readonly id: string;
  readonly version: number;
}

/**
 * Notes changed records of any portals in one statement, and answers with the portals that are connected; of others nothing is
 * kept. In the order of keys, so that two deliveries never wait for each other.
 */
export async function noteChangedRecords(
  db: Kysely<Tables>,
  records: readonly { readonly portalId: number; readonly type: string; readonly id: string }[],
): Promise<Set<number>> {
  if (records.length === 0) return new Set();
  const once = [
    ...new Map(records.map((record) => [`${record.portalId} ${record.type} ${record.id}`, record])).values(),
  ];
  const { rows } = await sql<{ portal_id: number }>`insert into changed_record (portal_id, type, id)
    select changed.portal_id, changed.type, changed.id
    from unnest(
      ${once.map(({ portalId }) => portalId)}::bigint[],
      ${once.map(({ type }) => type)}::text[],
      ${once.map(({ id }) => id)}::text[]
    ) as changed (portal_id, type, id)
    join portal on portal.id = changed.portal_id and portal.connected
    order by changed.portal_id, changed.type, changed.id
    on conflict (portal_id, type, id) do update set version = excluded.version
    returning portal_id`.execute(db);
  return new Set(rows.map((row) => row.portal_id));
}

/** The portals of which changed records wait to be read. */
export async function listChangedPortals(db: Kysely<Tables>): Promise<number[]> {
  const rows = await db
    .selectFrom('changed_record')
    .select('portal_id')
    .distinct()
    .orderBy('portal_id')
    .execute();
  return rows.map((row) => row.portal_id);
}

/** Many events about one record are one row: what counts is the record's state when it is read. */
export function forPortal(db: Kysely<Tables>, portalId: number) {
  return {
    async note(changes: readonly { type: string; id: string }[]): Promise<void> {
      await inChunks(changes, (part) =>
        db
          .insertInto('changed_record')
          .values(part.map(({ type, id }) => ({ portal_id: portalId, type, id })))
          .onConflict((conflict) =>
            conflict
              .columns(['portal_id', 'type', 'id'])
              .doUpdateSet((eb) => ({ version: eb.ref('excluded.version') })),
          )
          .execute(),
      );
    },

    async read(type: string, limit: number): Promise<ChangedRecord[]> {
      const rows = await db
        .selectFrom('changed_record')
        .select(['type', 'id', 'version'])
        .where('portal_id', '=', portalId)
        .where('type', '=', type)
        .orderBy('version')
        .limit(limit)
        .execute();
      return rows;
    },

    /** The version of what was noted last; 0 where nothing waits. */
    async readNewest(): Promise<number> {
      const row = await db
        .selectFrom('changed_record')
        .select((eb) => eb.fn.max('version').as('version'))
        .where('portal_id', '=', portalId)
        .executeTakeFirst();
      return row?.version ?? 0;
    },

    /** Clears what has been read from HubSpot, unless the record changed again meanwhile. */
    async clear(changes: readonly ChangedRecord[]): Promise<void> {
      await inChunks(changes, (part) =>
        sql`delete from changed_record using unnest(${part.map(({ type }) => type)}::text[],
            ${part.map(({ id }) => id)}::text[], ${part.map(({ version }) => version)}::bigint[])
            as read (type, id, version)
          where changed_record.portal_id = ${portalId} and changed_record.type = read.type
            and changed_record.id = read.id and changed_record.version = read.version`.execute(db),
      );
    },
  };
}
