import { sql, type Kysely } from 'kysely';
import type { ScoredLevels } from '../../../../contract/index.ts';
import type { TextSealer } from '../../../../install/index.ts';
import type { Tables } from '../../../../store/index.ts';
import { readableNotes } from '../../notes/store.ts';
import type { Note } from '../../notes/types.ts';
import { openLevels, sealLevels } from '../seal-levels.ts';

/** What a manager said of a rep's skills in one note. */
export interface KeptScoring {
  readonly noteId: string;
  readonly scorerId: string;
  readonly repId: string;
  readonly rubricId: string;
  readonly version: number;
  /** When the note was shared, or else begun. */
  readonly at: Date;
  readonly levels: ScoredLevels;
}

/** So many scorings tell how a skill is going. */
const MOST_SCORINGS = 60;

const columns = ['id', 'author_id', 'rep_id', 'rubric_id', 'rubric_version', 'sealed_levels'] as const;
const scoredAt = sql<Date>`coalesce(shared_at, created_at)`;

interface ScoredRow {
  readonly id: string;
  readonly author_id: string;
  readonly rep_id: string;
  readonly rubric_id: string | null;
  readonly rubric_version: number | null;
  readonly sealed_levels: string | null;
  readonly scored_at: Date;
}

/**
 * Scorings are parts of notes, and who may read the note reads them. These read levels without opening a word of the
 * notes themselves. Drafts are no scorings yet.
 */
export function forPortal(db: Kysely<Tables>, portalId: number, sealer: TextSealer) {
  const toScoring = (row: ScoredRow): KeptScoring[] => {
    const { rubric_id: rubricId, rubric_version: version, sealed_levels: sealed } = row;
    if (rubricId === null || version === null || sealed === null) return [];
    const [scorerId, repId] = [row.author_id, row.rep_id];
    const levels = openLevels(sealer, { portalId, scorerId, repId }, sealed);
    return [{ noteId: row.id, scorerId, repId, rubricId, version, at: row.scored_at, levels }];
  };

  return {
    /** What managers said of one rep, as far as this person may read it; the newest first. */
    async listReadable(repId: string, readerId: string): Promise<KeptScoring[]> {
      const rows = await readableNotes(db, portalId, readerId)
        .select(columns)
        .select(scoredAt.as('scored_at'))
        .where('rep_id', '=', repId)
        .where('state', '<>', 'draft')
        .where('rubric_id', 'is not', null)
        .orderBy('scored_at', 'desc')
        .orderBy('id', 'desc')
        .limit(MOST_SCORINGS)
        .execute();
      return rows.flatMap(toScoring);
    },

    /** What these managers said in notes that they shared since then, about whomever: for figures, never for a reader. */
    async listShared(managerIds: readonly string[], since: Date): Promise<KeptScoring[]> {
      if (managerIds.length === 0) return [];
      const rows = await db
        .selectFrom('coaching_note')
        .select(columns)
        .select(scoredAt.as('scored_at'))
        .where('portal_id', '=', portalId)
        .where(sql<boolean>`author_id = any(${[...managerIds]}::text[])`)
        .where('state', '=', 'shared')
        .where('rubric_id', 'is not', null)
        .where('shared_at', '>=', since)
        .orderBy('scored_at')
        .orderBy('id')
        .execute();
      return rows.flatMap(toScoring);
    },

    /** The rep's own levels beside those of a note that was shared with them, once; false where there is no room for them, or it is another version by now. */
    async scoreSelf(
      { id, repId, version }: Pick<Note, 'id' | 'repId' | 'version'>,
      levels: ScoredLevels,
      at: Date,
    ): Promise<boolean> {
      const row = await db
        .updateTable('coaching_note')
        .set({
          sealed_self_levels: sealLevels(sealer, { portalId, scorerId: repId, repId }, levels),
          self_scored_at: at,
        })
        .where('portal_id', '=', portalId)
        .where('id', '=', id)
        .where('rep_id', '=', repId)
        .where('state', '=', 'shared')
        .where('version', '=', version)
        .where('rubric_id', 'is not', null)
        .where('self_scored_at', 'is', null)
        .returning('id')
        .executeTakeFirst();
      return row !== undefined;
    },
  };
}
