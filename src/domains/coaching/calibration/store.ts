import { sql, type Kysely, type Selectable } from 'kysely';
import type { ScoredLevels } from '../../../contract/index.ts';
import type { TextSealer } from '../../../install/index.ts';
import type { Tables } from '../../../store/index.ts';
import { openLevels, sealLevels } from '../rubric/seal-levels.ts';
import type { Calibration } from './types.ts';

export type NewCalibration = Pick<Calibration, 'directorId' | 'repId' | 'dealId' | 'rubricId' | 'version'>;

/** So many are shown and compared. */
const MOST_CALIBRATIONS = 500;

/** Calibrations of those who take part in them: whoever began one, and whoever was asked to score. */
export function forPortal(db: Kysely<Tables>, portalId: number, sealer: TextSealer) {
  const scoredBy = (managerId: string) =>
    db
      .selectFrom('coaching_calibration_scoring')
      .select('calibration_id')
      .where('portal_id', '=', portalId)
      .where('manager_id', '=', managerId);
  const newestFirst = () =>
    db
      .selectFrom('coaching_calibration as calibration')
      .leftJoin('deal', (join) =>
        join
          .onRef('deal.portal_id', '=', 'calibration.portal_id')
          .onRef('deal.id', '=', 'calibration.deal_id'),
      )
      .selectAll('calibration')
      .select('deal.name as deal_name')
      .where('calibration.portal_id', '=', portalId)
      .orderBy('created_at', 'desc')
      .orderBy('calibration.id', 'desc');
  const open = async (
    rows: readonly (Selectable<Tables['coaching_calibration']> & { readonly deal_name: string | null })[],
  ): Promise<Calibration[]> => {
    if (rows.length === 0) return [];
    const scorings = await db
      .selectFrom('coaching_calibration_scoring')
      .selectAll()
      .where('portal_id', '=', portalId)
      .where(sql<boolean>`calibration_id = any(${rows.map(({ id }) => id)}::text[])`)
      .orderBy('manager_id')
      .execute();
    const byCalibration = Map.groupBy(scorings, (row) => row.calibration_id);
    return rows.map((row) => ({
      id: row.id,
      directorId: row.director_id,
      repId: row.rep_id,
      dealId: row.deal_id,
      dealName: row.deal_name,
      rubricId: row.rubric_id,
      version: row.rubric_version,
      createdAt: row.created_at,
      scorings: (byCalibration.get(row.id) ?? []).map(({ manager_id: managerId, sealed_levels: sealed }) => ({
        managerId,
        levels:
          sealed === null
            ? null
            : openLevels(sealer, { portalId, scorerId: managerId, repId: row.rep_id }, sealed),
      })),
    }));
  };

  return {
    /** Those in which this person takes part, the newest first. Levels are for whoever has scored: the caller sees to that. */
    async list(personId: string): Promise<Calibration[]> {
      return open(
        await newestFirst()
          .where((eb) =>
            eb.or([eb('director_id', '=', personId), eb('calibration.id', 'in', scoredBy(personId))]),
          )
          .limit(MOST_CALIBRATIONS)
          .execute(),
      );
    },

    /** Those in which this person takes part or whose deal was theirs, however many. The caller sees to the levels. */
    async listAll(personId: string): Promise<Calibration[]> {
      return open(
        await newestFirst()
          .where((eb) =>
            eb.or([
              eb('director_id', '=', personId),
              eb('rep_id', '=', personId),
              eb('calibration.id', 'in', scoredBy(personId)),
            ]),
          )
          .execute(),
      );
    },

    /** Which of these managers were asked to score this deal by this rubric before. */
    async listAsked(
      { dealId, rubricId }: Pick<NewCalibration, 'dealId' | 'rubricId'>,
      managerIds: readonly string[],
    ): Promise<string[]> {
      const rows = await db
        .selectFrom('coaching_calibration_scoring as scoring')
        .innerJoin('coaching_calibration as calibration', (join) =>
          join
            .onRef('calibration.portal_id', '=', 'scoring.portal_id')
            .onRef('calibration.id', '=', 'scoring.calibration_id'),
        )
        .select('manager_id')
        .distinct()
        .where('scoring.portal_id', '=', portalId)
        .where('deal_id', '=', dealId)
        .where('rubric_id', '=', rubricId)
        .where('manager_id', 'in', managerIds)
        .orderBy('manager_id')
        .execute();
      return rows.map((row) => row.manager_id);
    },

    /** Give it a transaction. */
    async begin(
      { directorId, repId, dealId, rubricId, version }: NewCalibration,
      managerIds: readonly string[],
      at: Date,
    ): Promise<string> {
      const { id } = await db
        .insertInto('coaching_calibration')
        .values({
          portal_id: portalId,
          director_id: directorId,
          rep_id: repId,
          deal_id: dealId,
          rubric_id: rubricId,
          rubric_version: version,
          created_at: at,
        })
        .returning('id')
        .executeTakeFirstOrThrow();
      await db
        .insertInto('coaching_calibration_scoring')
        .values(
          managerIds.map((managerId) => ({
            portal_id: portalId,
            calibration_id: id,
            manager_id: managerId,
            sealed_levels: null,
            scored_at: null,
          })),
        )
        .execute();
      return id;
    },

    /** What a manager says who was asked, once; false where they were not asked or have said it. */
    async score(
      { id, repId }: Pick<Calibration, 'id' | 'repId'>,
      managerId: string,
      levels: ScoredLevels,
      at: Date,
    ): Promise<boolean> {
      const row = await db
        .updateTable('coaching_calibration_scoring')
        .set({
          sealed_levels: sealLevels(sealer, { portalId, scorerId: managerId, repId }, levels),
          scored_at: at,
        })
        .where('portal_id', '=', portalId)
        .where('calibration_id', '=', id)
        .where('manager_id', '=', managerId)
        .where('scored_at', 'is', null)
        .returning('manager_id')
        .executeTakeFirst();
      return row !== undefined;
    },
  };
}
