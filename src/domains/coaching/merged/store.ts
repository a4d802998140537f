import { sql, type Kysely } from 'kysely';
import type { RecordType } from '../../../contract/index.ts';
import type { FollowMerge } from '../../../mirror/index.ts';
import type { Tables } from '../../../store/index.ts';

/** Everything of coaching that stands beside a record. */
export const besideRecords = [
  'coaching_note',
  'coaching_line',
  'coaching_action',
  'coaching_request',
] as const;

/** What becomes of coaching when HubSpot makes one record of several. */
export function forPortal(db: Kysely<Tables>, portalId: number) {
  return {
    /**
     * Moves everything to the survivor. Of several drafts that somebody has about the same rep the survivor's own stays
     * one, or else the newest; the others become private notes, so that no text is lost, in a version of their own, so
     * that a panel in which one is still open is told. Done again it changes nothing.
     */
    async follow({
      type,
      survivorId,
      mergedIds,
    }: {
      readonly type: RecordType;
      readonly survivorId: string;
      readonly mergedIds: readonly string[];
    }): Promise<void> {
      await sql`update coaching_note note set state = 'private', version = note.version + 1
        from (select id, row_number() over (partition by author_id, rep_id
            order by record_id = ${survivorId} desc, edited_at desc, id desc) as place
          from coaching_note where portal_id = ${portalId} and record_type = ${type} and state = 'draft'
            and record_id = any(${[survivorId, ...mergedIds]})) ranked
        where note.portal_id = ${portalId} and note.id = ranked.id and ranked.place > 1`.execute(db);
      for (const table of besideRecords)
        await db
          .updateTable(table)
          .set({ record_id: survivorId })
          .where('portal_id', '=', portalId)
          .where('record_type', '=', type)
          .where('record_id', 'in', mergedIds)
          .execute();
      // Of two drafts of one author both texts are kept, the survivor's first, in a version that no open box has seen. In one
      // statement, which waits for whoever saves beside either, so that no word of theirs is lost.
      await sql`with gone as (
          delete from coaching_text_draft where portal_id = ${portalId} and record_type = ${type}
            and record_id = any(${mergedIds}) and record_id <> ${survivorId} returning *)
        insert into coaching_text_draft (portal_id, author_id, record_type, record_id, sealed_texts, at)
        select portal_id, author_id, record_type, ${survivorId}::text, jsonb_agg(sealed order by at, record_id, place), max(at)
        from gone, jsonb_array_elements(sealed_texts) with ordinality part (sealed, place)
        group by portal_id, author_id, record_type
        on conflict (portal_id, author_id, record_type, record_id) do update
          set sealed_texts = coaching_text_draft.sealed_texts || excluded.sealed_texts,
            at = greatest(coaching_text_draft.at, excluded.at), version = excluded.version`.execute(db);
      if (type !== 'deal') return;
      // Whose deal it was when the calibration began stays: the levels speak of that rep, and are sealed about them.
      await db
        .updateTable('coaching_calibration')
        .set({ deal_id: survivorId })
        .where('portal_id', '=', portalId)
        .where('deal_id', 'in', mergedIds)
        .execute();
      await sql`insert into coaching_dispute (portal_id, rep_id, deal_id, reason, at)
        select portal_id, rep_id, ${survivorId}::text, reason, min(at) from coaching_dispute
        where portal_id = ${portalId} and deal_id = any(${mergedIds}) group by portal_id, rep_id, reason
        on conflict do nothing`.execute(db);
      await db
        .deleteFrom('coaching_dispute')
        .where('portal_id', '=', portalId)
        .where('deal_id', 'in', mergedIds)
        .execute();
    },
  };
}

/** Coaching beside a deal goes where the deal goes. */
export const followMerge: FollowMerge = (trx, portalId, merge) =>
  forPortal(trx, portalId).follow({ type: 'deal', ...merge });
