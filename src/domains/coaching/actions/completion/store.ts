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
          (state = 'done' and (done_at at time zone ${timeZone})::date <= due_on::date) as "isKept"
        from coaching_action
        where portal_id = ${portalId} and due_on between ${from} and ${until} and state <> 'dropped'
          and (author_id = any(${ownerIds}::text[]) or rep_id = any(${ownerIds}::text[]))
        order by id`.execute(db);
      return rows;
    },
  };
}
