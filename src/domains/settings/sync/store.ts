import type { Kysely } from 'kysely';
import type { Tables } from '../../../store/index.ts';

/** A write that HubSpot refused for good, with the name of its deal where the mirror knows it. */
export interface ParkedWrite {
  readonly recordId: string;
  readonly name: string | null;
  readonly code: string;
  readonly message: string;
  readonly desired: Readonly<Record<string, string>>;
}

export interface WaitingEvents {
  readonly count: number;
  /** Since when the oldest waits; null when none does. */
  readonly oldest: Date | null;
}

/** How far Sideline is behind HubSpot. */
export function forPortal(db: Kysely<Tables>, portalId: number) {
  return {
    async readWaitingEvents(): Promise<WaitingEvents> {
      const row = await db
        .selectFrom('changed_record')
        .select((eb) => [eb.fn.countAll<number>().as('count'), eb.fn.min('noted_at').as('oldest')])
        .where('portal_id', '=', portalId)
        .executeTakeFirstOrThrow();
      return { count: row.count, oldest: row.oldest };
    },

    /** The newest state of any deal that has been read. */
    async readNewestChange(): Promise<Date | null> {
      const row = await db
        .selectFrom('deal')
        .select((eb) => eb.fn.max('modified_at').as('newest'))
        .where('portal_id', '=', portalId)
        .executeTakeFirst();
      return row?.newest ?? null;
    },

    async countParked(): Promise<number> {
      const row = await db
        .selectFrom('outbox')
        .select((eb) => eb.fn.countAll<number>().as('parked'))
        .where('portal_id', '=', portalId)
        .where('parked_code', 'is not', null)
        .executeTakeFirstOrThrow();
      return row.parked;
    },

    /** A page of parked writes, by the deal's id. */
    async listParked(afterId: string, limit: number): Promise<ParkedWrite[]> {
      const rows = await db
        .selectFrom('outbox')
        .leftJoin('deal', (join) =>
          join.onRef('deal.portal_id', '=', 'outbox.portal_id').onRef('deal.id', '=', 'outbox.record_id'),
        )
        .select(['outbox.record_id as recordId', 'deal.name', 'outbox.desired'])
        .select(['outbox.parked_code as code', 'outbox.parked_message as message'])
        .where('outbox.portal_id', '=', portalId)
        .where('outbox.parked_code', 'is not', null)
        .where('outbox.record_id', '>', afterId)
        .orderBy('outbox.record_id')
        .limit(limit)
        .execute();
      return rows.map(({ code, message, ...row }) => ({ ...row, code: code ?? '', message: message ?? '' }));
    },
  };
}
