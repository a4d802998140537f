import type { Kysely, SelectQueryBuilder } from 'kysely';
import type { Tables } from '../../../../store/index.ts';

/** Drafts as they lie sealed, for whoever exports or erases them and must not read them. */
export function forPortal(db: Kysely<Tables>, portalId: number) {
  const remove = () => db.deleteFrom('coaching_text_draft').where('portal_id', '=', portalId);
  return {
    /** Where this person has begun to write, and when they last did. */
    list(authorId: string) {
      return db
        .selectFrom('coaching_text_draft')
        .select(['record_type', 'record_id', 'at'])
        .where('portal_id', '=', portalId)
        .where('author_id', '=', authorId)
        .orderBy('at')
        .execute();
    },

    /** Takes away what a person has begun, and what anybody has to add to notes about them or to change in them. */
    async erase(
      ownerId: string,
      aboutThem: SelectQueryBuilder<Tables, 'coaching_note', { id: string }>,
    ): Promise<void> {
      await remove().where('author_id', '=', ownerId).execute();
      await remove()
        .where('record_type', 'in', ['note', 'edit'])
        .where('record_id', 'in', aboutThem)
        .execute();
    },
  };
}
