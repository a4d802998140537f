import type { Generated } from 'kysely';
import type { Json, Keyed } from './columns.ts';

/** A rubric as it is used now; its words stand in its versions. */
export interface RubricTable extends Omit<Keyed, 'id'> {
  id: Generated<string>;
  /** The newest that was published. */
  version: number;
  /** `everyone`, `team` or `stage`; the id of the latter two. */
  scope_kind: string;
  scope_id: string | null;
  is_withdrawn: Generated<boolean>;
}

/** What was published; rows are added and never changed. */
export interface RubricVersionTable {
  portal_id: number;
  rubric_id: string;
  version: number;
  name: string;
  skills: Json<unknown>;
  published_at: Date;
}

/** One deal that managers score apart from each other, to see how far they agree. */
export interface CoachingCalibrationTable extends Omit<Keyed, 'id'> {
  id: Generated<string>;
  director_id: string;
  /** Whose deal it was when the calibration began. */
  rep_id: string;
  deal_id: string;
  rubric_id: string;
  rubric_version: number;
  created_at: Date;
}

/** A manager who was asked; without levels until they have scored. */
export interface CoachingCalibrationScoringTable {
  portal_id: number;
  calibration_id: string;
  manager_id: string;
  sealed_levels: string | null;
  scored_at: Date | null;
}
