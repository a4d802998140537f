import { sql, type Kysely } from 'kysely';
import type { LocalDate } from '../../../../kernel/period.ts';
import type { Tables } from '../../../../store/index.ts';
import type { DueAction } from './measure-completion.ts';

/** What was promised, counted: opens no text and needs no key. */
export function forPortal(db: Kysely<Tables>, portalId: number) {
  return {
    /**
     * The actions due from one day to another, both included, in which one of these people is the author or the rep: of
     * however many people in one question. A day is one of the portal's zone. Ask until yesterday: what is due today is not late.
     */
    async listDue(
      ownerIds: readonly string[],
      {
        from,
        until,
        timeZone,
      }: { readonly from: LocalDate; readonly until: LocalDate; readonly timeZone: string },
    ): Promise<DueAction[]> {
      if (ownerIds.length === 0) return [];
      const { rows } = await sql<DueAction>`
        select author_id as "authorId", rep_id as "repId", doer_id as "doerId",
          created_at as "agreedAt", state = 'done' and done_at < day_after as "isKept",
          case when state = 'done' then least(done_at, day_after) else day_after end as "settledAt"
        from coaching_action
        cross join lateral (select (due_on::date + 1)::timestamp at time zone ${timeZone} as day_after) as due
        where portal_id = ${portalId} and due_on between ${from} and ${until} and state <> 'dropped'
          and (author_id = any(${ownerIds}::text[]) or rep_id = any(${ownerIds}::text[]))
        order by id`.execute(db);
      return rows;
    },
  };
}
