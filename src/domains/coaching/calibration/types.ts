import type { ScoredLevels } from '../../../contract/index.ts';

/** One deal that managers score by one rubric apart from each other. */
export interface Calibration {
  readonly id: string;
  readonly directorId: string;
  /** Whose deal it was when the calibration began. */
  readonly repId: string;
  readonly dealId: string;
  /** Null where the deal is gone. */
  readonly dealName: string | null;
  readonly rubricId: string;
  readonly version: number;
  readonly createdAt: Date;
  /** Everybody who was asked; without levels until they have scored. */
  readonly scorings: readonly { readonly managerId: string; readonly levels: ScoredLevels | null }[];
}
