// Generated from src/contract/coaching/calibration.ts by `npm run generate`: edit it there.
import * as z from 'zod/mini';
import { hubspotId } from '../settings/fields.ts';
import { scorableRubric, scoredLevels } from './rubric.ts';

/** A director has two or more of their managers score one deal by one rubric, apart from each other. */
export const startCalibrationRequest = z.strictObject({
  dealId: hubspotId,
  rubricId: hubspotId,
  managerIds: z
    .array(hubspotId)
    .check(z.minLength(2, 'Choose two managers or more: one alone agrees with nobody.'), z.maxLength(12)),
});
export type StartCalibrationRequest = z.infer<typeof startCalibrationRequest>;

export const scoreCalibrationRequest = z.strictObject({ calibrationId: hubspotId, levels: scoredLevels });
export type ScoreCalibrationRequest = z.infer<typeof scoreCalibrationRequest>;

const calibration = z.strictObject({
  id: z.string(),
  dealId: z.string(),
  dealName: z.string(),
  /** "Ana Ruiz's deal · Selling skills · started 24 Nov 2026 by Eva Ruiz". */
  summary: z.string(),
  /** "2 of 3 have scored; Ben Ruiz has not". */
  progress: z.string(),
  rubric: scorableRubric,
  /** The viewer is asked to score, and has not. */
  mayScore: z.boolean(),
  /** What was said, for whoever has scored themselves; nobody else sees a level. A row a skill, a cell a person. */
  scores: z.nullable(
    z.strictObject({
      by: z.array(z.string()),
      skills: z.array(z.strictObject({ name: z.string(), levels: z.array(z.nullable(z.number())) })),
    }),
  ),
});
export type Calibration = z.infer<typeof calibration>;

export const calibrationView = z.strictObject({
  /** Why the viewer cannot start one, and what to do; null where they can. */
  whyNotStart: z.nullable(z.string()),
  /** Managers who report to them, whom they may ask. */
  managers: z.array(z.strictObject({ ownerId: z.string(), name: z.string() })),
  rubrics: z.array(z.strictObject({ rubricId: z.string(), name: z.string() })),
  /** The newest first: those that wait for the viewer before all others. */
  calibrations: z.array(calibration),
  /** How far two managers agree, over all that both have scored by one rubric. */
  agreements: z.array(
    z.strictObject({
      who: z.string(),
      rubricName: z.string(),
      /** "0.62 (95 %: 0.31 to 0.81)"; null where there is not enough. */
      kappa: z.nullable(z.string()),
      /** "24 pairs of levels from 6 deals", "Not enough yet: 12 of 20 pairs of levels, from 2 of 5 deals". */
      basis: z.string(),
    }),
  ),
});
export type CalibrationView = z.infer<typeof calibrationView>;
