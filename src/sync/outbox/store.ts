import { sql, type Expression, type Kysely } from 'kysely';
import { inChunks, type Tables } from '../../store/index.ts';

/** One record's newest desired values, waiting to be written. */
export interface OutboxRow {
  readonly recordId: string;
  readonly desired: Readonly<Record<string, string>>;
  readonly version: number;
  /** The edit of the record that the values take in; null when time alone asks for them. */
  readonly news: number | null;
}

/** One row a record: the newest desired values replace older ones, so nothing is written twice or backwards. */
export function forPortal(db: Kysely<Tables>, portalId: number) {
  return {
    /**
     * Puts the newest values in the place of older ones. A row that HubSpot refused for good waits on with its new values
     * until somebody edits the record: values that follow from other deals do not mend what was refused.
     */
    async put(
      rows: readonly (Pick<OutboxRow, 'recordId' | 'desired'> & Partial<Pick<OutboxRow, 'news'>>)[],
    ): Promise<void> {
      await inChunks(rows, (part) =>
        db
          .insertInto('outbox')
          .values(
            part.map((row) => ({
              portal_id: portalId,
              record_id: row.recordId,
              desired: JSON.stringify(row.desired),
              news: row.news ?? null,
              parked_code: null,
              parked_message: null,
            })),
          )
          .onConflict((conflict) =>
            conflict.columns(['portal_id', 'record_id']).doUpdateSet((eb) => ({
              desired: eb.ref('excluded.desired'),
              news: eb.ref('excluded.news'),
              version: eb.ref('excluded.version'),
              parked_code: unlessEdited(eb.ref('outbox.parked_code')),
              parked_message: unlessEdited(eb.ref('outbox.parked_message')),
            })),
          )
          .execute(),
      );
    },

    /** Nothing is wanted for these records any more: HubSpot shows it already. */
    async drop(recordIds: readonly string[]): Promise<void> {
      await inChunks(recordIds, (part) =>
        db.deleteFrom('outbox').where('portal_id', '=', portalId).where('record_id', 'in', part).execute(),
      );
    },

    /** What has waited longest, behind the records named as `first`. */
    async readWaiting(limit: number, first: readonly string[] = []): Promise<OutboxRow[]> {
      const rows = await db
        .selectFrom('outbox')
        .select(['record_id', 'desired', 'version', 'news'])
        .where('portal_id', '=', portalId)
        .where('parked_code', 'is', null)
        .$if(first.length > 0, (query) =>
          query.orderBy(sql<boolean>`record_id = any(${first}::text[])`, 'desc'),
        )
        .orderBy('version')
        .limit(limit)
        .execute();
      return rows.map((row) => ({
        recordId: row.record_id,
        desired: row.desired,
        version: row.version,
        news: row.news,
      }));
    },

    async countWaiting(): Promise<number> {
      const row = await db
        .selectFrom('outbox')
        .select((eb) => eb.fn.countAll<number>().as('waiting'))
        .where('portal_id', '=', portalId)
        .where('parked_code', 'is', null)
        .executeTakeFirstOrThrow();
      return row.waiting;
    },

    /** Clears rows that HubSpot took, unless newer values have come in meanwhile. */
    async clear(rows: readonly Pick<OutboxRow, 'recordId' | 'version'>[]): Promise<void> {
      await inChunks(rows, (part) =>
        sql`delete from outbox using unnest(${part.map(({ recordId }) => recordId)}::text[],
            ${part.map(({ version }) => version)}::bigint[]) as taken (record_id, version)
          where outbox.portal_id = ${portalId} and outbox.record_id = taken.record_id
            and outbox.version = taken.version`.execute(db),
      );
    },

    /** Sets a row aside that HubSpot refuses for good, with its own code and words for ops. */
    async park(row: Pick<OutboxRow, 'recordId' | 'version'>, code: string, message: string): Promise<void> {
      await db
        .updateTable('outbox')
        .set({ parked_code: code, parked_message: message })
        .where('portal_id', '=', portalId)
        .where('record_id', '=', row.recordId)
        .where('version', '=', row.version)
        .execute();
    },

    /** Lets parked rows go out again, these or all: somebody says, or time may have shown, that the cause is gone. */
    async retry(recordIds: readonly string[] | null): Promise<number> {
      if (recordIds?.length === 0) return 0;
      const retried = await db
        .updateTable('outbox')
        .set({ parked_code: null, parked_message: null })
        .where('portal_id', '=', portalId)
        .where('parked_code', 'is not', null)
        .$if(recordIds !== null, (query) => query.where('record_id', 'in', recordIds ?? []))
        .returning('record_id')
        .execute();
      return retried.length;
    },

    /** Nothing waits any more, parked or not: Sideline is to leave the portal's properties alone. */
    async empty(): Promise<void> {
      await db.deleteFrom('outbox').where('portal_id', '=', portalId).execute();
    },

    async listParked(): Promise<{ recordId: string; code: string; message: string }[]> {
      const rows = await db
        .selectFrom('outbox')
        .select(['record_id', 'parked_code', 'parked_message'])
        .where('portal_id', '=', portalId)
        .where('parked_code', 'is not', null)
        .orderBy('record_id')
        .execute();
      return rows.map((row) => ({
        recordId: row.record_id,
        code: row.parked_code ?? '',
        message: row.parked_message ?? '',
      }));
    },
  };
}

/** An edit since the row was parked is one that it had not taken in. */
function unlessEdited(value: Expression<string | null>) {
  return sql<string | null>`case when excluded.news is null or excluded.news = outbox.news then ${value} end`;
}
