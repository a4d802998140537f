// Generated from src/contract/coaching/policy.ts by `npm run generate`: edit it there.
import * as z from 'zod/mini';
import { cadence } from './meeting.ts';

/** How coaching is done in a portal; ops chooses it. */
export const coachingPolicyView = z.strictObject({
  /** For everybody who has no other. */
  cadence,
  /** A manager's working week in hours, and how much of it coaching should take, in whole percent. */
  weekHours: z.number(),
  weekPercent: z.number(),
  /** What may put a line on an agenda, the most pressing first. */
  rules: z.array(
    z.strictObject({
      ruleId: z.string(),
      /** With the threshold that holds: "Nothing happened for 21 days or more". */
      words: z.string(),
      isOn: z.boolean(),
      /** Null where there is nothing to tune. */
      threshold: z.nullable(
        z.strictObject({
          value: z.number(),
          unit: z.enum(['days', 'percent', 'times', 'reasons']),
          least: z.number(),
          most: z.number(),
          /** What it is unless ops chooses. */
          normally: z.number(),
        }),
      ),
    }),
  ),
});
export type CoachingPolicyView = z.infer<typeof coachingPolicyView>;

/** What is left out stays as the table of rules has it. */
export const coachingPolicyRequest = z.strictObject({
  cadence,
  weekHours: z.number(),
  weekPercent: z.number(),
  rules: z
    .array(
      z.strictObject({
        ruleId: z.string().check(z.maxLength(40)),
        isOn: z.boolean(),
        threshold: z.optional(z.number()),
      }),
    )
    .check(z.maxLength(40)),
});
export type CoachingPolicyRequest = z.infer<typeof coachingPolicyRequest>;
