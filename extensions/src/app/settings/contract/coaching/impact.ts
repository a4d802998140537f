// Generated from src/contract/coaching/impact.ts by `npm run generate`: edit it there.
import * as z from 'zod/mini';

export const impactMetric = z.enum(['attainment', 'winRate']);
export type ImpactMetric = z.infer<typeof impactMetric>;

export const impactRequest = z.strictObject({ metric: impactMetric });
export type ImpactRequest = z.infer<typeof impactRequest>;

/** Whether coaching helps, in numbers of many people together: no text, and nobody's own figure. */
export const impactView = z.strictObject({
  state: z.enum(['unchosen', 'notEnough', 'noVariation', 'measured']),
  /** What is said in one line. */
  sentence: z.string(),
  /** Null until one has been chosen. */
  metric: z.nullable(z.strictObject({ id: impactMetric, title: z.string(), chosenLabel: z.string() })),
  choices: z.array(z.strictObject({ id: impactMetric, title: z.string(), sentence: z.string() })),
  /** What choosing (anew) does, to be read before. */
  notice: z.string(),
  /** Only where measured. */
  figures: z.nullable(
    z.strictObject({
      /** "+8 points". */
      effect: z.string(),
      /** "+2 to +14 points". */
      interval: z.string(),
      isChancePossible: z.boolean(),
      coached: z.number(),
      peers: z.number(),
      /** Coached people for whom there was no peer. */
      leftOut: z.number(),
      /** "70 %": the mean of the four quarters before. */
      coachedBefore: z.string(),
      peersBefore: z.string(),
    }),
  ),
  /** How it is measured, a sentence each. */
  method: z.array(z.string()),
  /** Deals that moved after finished and unfinished actions. */
  moves: z.strictObject({
    finished: z.strictObject({ deals: z.number(), moved: z.number() }),
    unfinished: z.strictObject({ deals: z.number(), moved: z.number() }),
    sentence: z.string(),
  }),
});
export type ImpactView = z.infer<typeof impactView>;
