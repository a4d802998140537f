import { sql, type Kysely, type Selectable } from 'kysely';
import type { TextSealer } from '../../../install/index.ts';
import type { Tables } from '../../../store/index.ts';
import type { BesideDraft } from './place-of-draft.ts';

/** What somebody has begun to write and not sent. */
export interface TextDraft {
  readonly beside: BesideDraft;
  /** Of an edit as `edits/edit-text.ts` writes it. */
  readonly text: string;
  /** Another one with every save, and never the same twice. */
  readonly version: number;
  readonly at: Date;
}

const purpose = (portalId: number, authorId: string): string => `portal:${portalId}:draft of ${authorId}`;

/** Drafts, each for its author alone and one a place; text is sealed on the way in and opened on the way out. */
export function forPortal(db: Kysely<Tables>, portalId: number, sealer: TextSealer) {
  const ownOf = (authorId: string) =>
    db
      .selectFrom('coaching_text_draft')
      .selectAll()
      .where('portal_id', '=', portalId)
      .where('author_id', '=', authorId);
  const toDraft = (row: Selectable<Tables['coaching_text_draft']>): TextDraft => ({
    beside: { type: row.record_type as BesideDraft['type'], id: row.record_id },
    text: row.sealed_texts
      .map((sealed) => sealer.open(sealed, purpose(portalId, row.author_id)))
      .join('\n\n'),
    version: row.version,
    at: row.at,
  });

  const placeOf = (authorId: string, beside: BesideDraft) => ({
    portal_id: portalId,
    author_id: authorId,
    record_type: beside.type,
    record_id: beside.id,
  });

  /** Null where this person has begun nothing there. */
  async function read(authorId: string, beside: BesideDraft): Promise<TextDraft | null> {
    const row = await db
      .selectFrom('coaching_text_draft')
      .selectAll()
      .where((eb) => eb.and(placeOf(authorId, beside)))
      .executeTakeFirst();
    return row ? toDraft(row) : null;
  }

  /** Throws away the version that was seen; a later one stays. */
  async function discard(authorId: string, beside: BesideDraft, version: number): Promise<void> {
    await db
      .deleteFrom('coaching_text_draft')
      .where((eb) => eb.and({ ...placeOf(authorId, beside), version }))
      .execute();
  }

  return {
    /** All that this person has begun, the oldest first. */
    async list(authorId: string): Promise<TextDraft[]> {
      const rows = await ownOf(authorId).orderBy('at').orderBy('record_id').execute();
      return rows.map(toDraft);
    },

    /** As above, and what others have begun to change in notes about this person. */
    async listForCopy(personId: string): Promise<TextDraft[]> {
      const notes = db
        .selectFrom('coaching_note')
        .select('id')
        .where('portal_id', '=', portalId)
        .where('rep_id', '=', personId);
      const rows = await db
        .selectFrom('coaching_text_draft')
        .selectAll()
        .where('portal_id', '=', portalId)
        .where((eb) =>
          eb.or([
            eb('author_id', '=', personId),
            eb.and([eb('record_type', '=', 'edit'), eb('record_id', 'in', notes)]),
          ]),
        )
        .orderBy('at')
        .orderBy('record_id')
        .execute();
      return rows.map(toDraft);
    },

    /** What this person has begun beside a record, and to add to these notes or change in them. */
    async listBeside(
      authorId: string,
      beside: BesideDraft,
      noteIds: readonly string[],
    ): Promise<TextDraft[]> {
      const rows = await ownOf(authorId)
        .where((eb) =>
          eb.or([
            eb.and([eb('record_type', '=', beside.type), eb('record_id', '=', beside.id)]),
            eb.and([
              eb('record_type', 'in', ['note', 'edit']),
              eb('record_id', '=', eb.fn.any(eb.val(noteIds))),
            ]),
          ]),
        )
        .orderBy('record_id')
        .execute();
      return rows.map(toDraft);
    },

    read,
    discard,

    /**
     * Writes over the version that was seen, 0 for none, or takes it away where nothing is left of it. Answers the version
     * from now on; null where another one is there.
     */
    async save(authorId: string, { beside, text, version, at }: TextDraft): Promise<number | null> {
      const before = await read(authorId, beside);
      // The same again, after an answer that never arrived, is no second save.
      if ((before?.text ?? '') === text) return before?.version ?? 0;
      if ((before?.version ?? 0) !== version) return null;
      if (text.trim() === '') {
        await discard(authorId, beside, version);
        return 0;
      }
      const sealed_texts = JSON.stringify([sealer.seal(text, purpose(portalId, authorId))]);
      const place = placeOf(authorId, beside);
      const row =
        version === 0
          ? await db
              .insertInto('coaching_text_draft')
              .values({ ...place, sealed_texts, at })
              .onConflict((conflict) => conflict.doNothing())
              .returning('version')
              .executeTakeFirst()
          : await db
              .updateTable('coaching_text_draft')
              .set({ sealed_texts, at, version: sql<number>`nextval('mark')` })
              .where((eb) => eb.and({ ...place, version }))
              .returning('version')
              .executeTakeFirst();
      return row?.version ?? null;
    },
  };
}
