import * as z from 'zod/mini';
import { rubricSkill, skillId } from '../coaching/rubric.ts';
import { hubspotId } from './fields.ts';

/** For whom a rubric is: everybody, a team, or deals in a stage. The closest one is used. */
export const rubricScope = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('everyone') }),
  z.strictObject({ kind: z.literal('team'), teamId: z.string().check(z.minLength(1), z.maxLength(100)) }),
  z.strictObject({ kind: z.literal('stage'), stageId: z.string().check(z.minLength(1), z.maxLength(100)) }),
]);
export type TypedScope = z.infer<typeof rubricScope>;

/** A rubric as it is typed: what makes no sense is answered with its field and what to do. */
export const typedRubric = z.strictObject({
  name: z.string().check(z.maxLength(200)),
  scope: rubricScope,
  skills: z
    .array(
      z.strictObject({
        /** Null for a skill that is new. */
        id: z.nullable(skillId),
        name: z.string().check(z.maxLength(200)),
        weight: z.number(),
        anchors: z.array(z.string().check(z.maxLength(1_000))).check(z.maxLength(10)),
      }),
    )
    .check(z.maxLength(30)),
});
export type TypedRubric = z.infer<typeof typedRubric>;

export const publishRubricRequest = z.strictObject({
  /** Null begins a rubric. */
  rubricId: z.nullable(hubspotId),
  /** The version that was seen; 0 with a rubric that is begun. */
  version: z.int().check(z.gte(0), z.lte(1_000_000)),
  rubric: typedRubric,
});
export type PublishRubricRequest = z.infer<typeof publishRubricRequest>;

/** Nobody is scored by it any more; what was scored stays readable. */
export const withdrawRubricRequest = z.strictObject({
  rubricId: hubspotId,
  version: z.int().check(z.gte(1), z.lte(1_000_000)),
});
export type WithdrawRubricRequest = z.infer<typeof withdrawRubricRequest>;

export const rubricsView = z.strictObject({
  rubrics: z.array(
    z.strictObject({
      rubricId: z.string(),
      version: z.number(),
      name: z.string(),
      scope: rubricScope,
      /** "Everybody", "Team North", "Deals in Proposal (Sales Pipeline)". */
      scopeLabel: z.string(),
      /** "Version 2, published 24 Nov 2026". */
      publishedLabel: z.string(),
      skills: z.array(rubricSkill),
    }),
  ),
  /** What to begin with; null once there is a rubric for everybody. */
  starter: z.nullable(typedRubric),
  /** For whom a rubric can be. */
  scopes: z.array(z.strictObject({ scope: rubricScope, label: z.string() })),
  limits: z.strictObject({
    skills: z.number(),
    fewestLevels: z.number(),
    mostLevels: z.number(),
  }),
});
export type RubricsView = z.infer<typeof rubricsView>;
