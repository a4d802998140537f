import type { Kysely } from 'kysely';
import type { RubricRef } from '../../src/contract/index.ts';
import type { Tables } from '../../src/store/index.ts';

interface Asked extends RubricRef {
  readonly directorId: string;
  readonly managerId: string;
  readonly repId: string;
  readonly dealId: string;
}

/** A calibration in which one manager alone was asked, so that a small company has one about everybody; its id. */
export async function beginCalibration(
  db: Kysely<Tables>,
  portalId: number,
  { directorId, managerId, repId, dealId, rubricId, version }: Asked,
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
      created_at: new Date(),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await db
    .insertInto('coaching_calibration_scoring')
    .values({
      ...{ portal_id: portalId, calibration_id: id, manager_id: managerId },
      ...{ sealed_levels: null, scored_at: null },
    })
    .execute();
  return id;
}
