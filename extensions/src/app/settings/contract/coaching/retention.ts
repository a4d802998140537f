// Generated from src/contract/coaching/retention.ts by `npm run generate`: edit it there.
import * as z from 'zod/mini';

/** Months; null keeps coaching for good. */
export const keptMonths = z.nullable(z.literal([12, 24, 36]));
export type KeptMonths = z.infer<typeof keptMonths>;

export const retentionView = z.strictObject({
  months: keptMonths,
  /** False while nobody has chosen. */
  isChosen: z.boolean(),
  choices: z.array(
    z.strictObject({
      months: keptMonths,
      /** "24 months". */
      title: z.string(),
      /** "Tonight 12 notes, 3 replies and 1 draft would be erased." */
      sentence: z.string(),
    }),
  ),
  /** What stays whatever is chosen. */
  kept: z.array(z.string()),
});
export type RetentionView = z.infer<typeof retentionView>;

export const retentionRequest = z.strictObject({ months: keptMonths });
export type RetentionRequest = z.infer<typeof retentionRequest>;
