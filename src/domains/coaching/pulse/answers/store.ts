import type { Kysely } from 'kysely';
import type { TextSealer } from '../../../../install/index.ts';
import type { Tables } from '../../../../store/index.ts';
import type { PulseAnswers, PulseScore } from '../types.ts';

export interface OwnAnswers {
  readonly quarterKey: string;
  readonly answers: PulseAnswers;
  /** After the draw; null once the quarter is published. */
  readonly swappedScore: PulseScore | null;
}

/** Who takes part and what they answered, under tags: a question names the person, no row does. */
export function forPortal(db: Kysely<Tables>, portalId: number, sealer: TextSealer) {
  const consentTag = (ownerId: string): string =>
    sealer.tag(`portal:${portalId}:pulse consent of ${ownerId}`);
  const answerTag = (quarterKey: string, ownerId: string): string =>
    sealer.tag(`portal:${portalId}:pulse answer of ${ownerId} in ${quarterKey}`);
  const answersPurpose = (tag: string): string => `portal:${portalId}:pulse answers ${tag}`;
  const scorePurpose = (tag: string): string => `portal:${portalId}:pulse score ${tag}`;

  return {
    async hasConsented(ownerId: string): Promise<boolean> {
      const row = await db
        .selectFrom('pulse_consent')
        .select('person_tag')
        .where('portal_id', '=', portalId)
        .where('person_tag', '=', consentTag(ownerId))
        .executeTakeFirst();
      return row !== undefined;
    },

    /** The same, and it is not revoked until the transaction is over. */
    async holdConsent(ownerId: string): Promise<boolean> {
      const row = await db
        .selectFrom('pulse_consent')
        .select('person_tag')
        .where('portal_id', '=', portalId)
        .where('person_tag', '=', consentTag(ownerId))
        .forShare()
        .executeTakeFirst();
      return row !== undefined;
    },

    async consent(ownerId: string): Promise<void> {
      await db
        .insertInto('pulse_consent')
        .values({ portal_id: portalId, person_tag: consentTag(ownerId) })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    },

    /** Deletes the consent, then every answer: whoever is answering holds the consent, and is waited for. */
    async revoke(ownerId: string, quarterKeys: readonly string[]): Promise<void> {
      await db
        .deleteFrom('pulse_consent')
        .where('portal_id', '=', portalId)
        .where('person_tag', '=', consentTag(ownerId))
        .execute();
      if (quarterKeys.length === 0) return;
      await db
        .deleteFrom('pulse_answer')
        .where('portal_id', '=', portalId)
        .where(
          'person_tag',
          'in',
          quarterKeys.map((key) => answerTag(key, ownerId)),
        )
        .execute();
    },

    /** Everybody's. */
    async deleteAll(): Promise<void> {
      await db.deleteFrom('pulse_consent').where('portal_id', '=', portalId).execute();
      await db.deleteFrom('pulse_answer').where('portal_id', '=', portalId).execute();
    },

    /** Keeps an answer with its swapped score; the first one of a quarter stands, and so does its draw. */
    async answer(
      ownerId: string,
      { quarterKey, answers, swappedScore }: OwnAnswers & { readonly swappedScore: PulseScore },
    ): Promise<void> {
      const tag = answerTag(quarterKey, ownerId);
      const { expectations, growth, candour } = answers;
      await db
        .insertInto('pulse_answer')
        .values({
          portal_id: portalId,
          quarter_key: quarterKey,
          person_tag: tag,
          // Always of one length and order, so that the sealed text says nothing either.
          sealed_answers: sealer.seal(JSON.stringify({ expectations, growth, candour }), answersPurpose(tag)),
          sealed_score: sealer.seal(String(swappedScore), scorePurpose(tag)),
        })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    },

    /** A person's own answers of these quarters, oldest first. */
    async listOwn(ownerId: string, quarterKeys: readonly string[]): Promise<OwnAnswers[]> {
      if (quarterKeys.length === 0) return [];
      const rows = await db
        .selectFrom('pulse_answer')
        .selectAll()
        .where('portal_id', '=', portalId)
        .where(
          'person_tag',
          'in',
          quarterKeys.map((key) => answerTag(key, ownerId)),
        )
        .orderBy('quarter_key')
        .execute();
      return rows.map((row) => ({
        quarterKey: row.quarter_key,
        answers: JSON.parse(sealer.open(row.sealed_answers, answersPurpose(row.person_tag))) as PulseAnswers,
        swappedScore: readScore(row.sealed_score, scorePurpose(row.person_tag)),
      }));
    },

    /** The swapped scores of a quarter that is not published, of those among these people who answered. */
    async readScores(quarterKey: string, ownerIds: Iterable<string>): Promise<Map<string, PulseScore>> {
      const rows = await db
        .selectFrom('pulse_answer')
        .select(['person_tag', 'sealed_score'])
        .where('portal_id', '=', portalId)
        .where('quarter_key', '=', quarterKey)
        .execute();
      const byTag = new Map(rows.map((row) => [row.person_tag, row.sealed_score]));
      const scores = new Map<string, PulseScore>();
      for (const ownerId of ownerIds) {
        const tag = answerTag(quarterKey, ownerId);
        const score = readScore(byTag.get(tag) ?? null, scorePurpose(tag));
        if (score !== null) scores.set(ownerId, score);
      }
      return scores;
    },

    /** Once a quarter is published nobody needs its scores any more. */
    async forgetScores(quarterKey: string): Promise<void> {
      await db
        .updateTable('pulse_answer')
        .set({ sealed_score: null })
        .where('portal_id', '=', portalId)
        .where('quarter_key', '=', quarterKey)
        .execute();
    },
  };

  function readScore(sealed: string | null, purpose: string): PulseScore | null {
    return sealed === null ? null : (Number(sealer.open(sealed, purpose)) as PulseScore);
  }
}
