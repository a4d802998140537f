import * as z from 'zod/mini';
import { hubspotId } from '../settings/fields.ts';

/** Names a skill within its rubric, whatever its words become. */
export const skillId = z.string().check(z.regex(/^[a-z][a-z0-9-]{0,79}$/));

const notALevel = 'Choose one of the levels that the rubric describes.';
const level = z.int().check(z.gte(1, notALevel), z.lte(7, notALevel));

/** What one person said: a level, from 1 up, by skill. A skill of which nothing was seen is not in it. */
export const scoredLevels = z
  .array(z.strictObject({ skillId, level }))
  .check(z.minLength(1, 'Score at least one skill, or take the scores out.'), z.maxLength(12));
export type ScoredLevels = z.infer<typeof scoredLevels>;

/** One published version of a rubric: it never changes. */
export const rubricRef = z.strictObject({
  rubricId: hubspotId,
  version: z.int().check(z.gte(1), z.lte(1_000_000)),
});
export type RubricRef = z.infer<typeof rubricRef>;

export const noteScoring = z.strictObject({ ...rubricRef.shape, levels: scoredLevels });
export type NoteScoring = z.infer<typeof noteScoring>;

/** A skill and what one sees or hears at each level; the first is level 1, the lowest. */
export const rubricSkill = z.strictObject({
  id: z.string(),
  name: z.string(),
  /** Whole percent of the rubric. */
  weight: z.number(),
  anchors: z.array(z.string()),
});
export type RubricSkill = z.infer<typeof rubricSkill>;

/** A rubric with everything that somebody needs who scores by it. */
export const scorableRubric = z.strictObject({
  rubricId: z.string(),
  version: z.number(),
  name: z.string(),
  skills: z.array(rubricSkill),
});
export type ScorableRubric = z.infer<typeof scorableRubric>;

const levelSaid = z.nullable(z.strictObject({ level: z.number(), anchor: z.string() }));

/** What manager and rep said beside one note, side by side. */
export const noteScores = z.strictObject({
  rubricId: z.string(),
  version: z.number(),
  rubricName: z.string(),
  skills: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      manager: levelSaid,
      self: levelSaid,
      /** "1 higher", "2 lower", "the same": the rep's level against the manager's; null where one gave none. */
      gap: z.nullable(z.string()),
    }),
  ),
  /** "Weighted 2.6 of 4"; null where nobody scored. */
  managerTotal: z.nullable(z.string()),
  selfTotal: z.nullable(z.string()),
  /** "Over the skills that both scored, Ana Ruiz is 0.4 levels higher than you." */
  gap: z.nullable(z.string()),
  /** The viewer is the rep, and has not scored themselves here yet. */
  mayScoreSelf: z.boolean(),
});
export type NoteScores = z.infer<typeof noteScores>;

/** A skill over time, by one person's scorings: "Discovery", "level 3 of 4", "up from 2". */
export const skillLine = z.strictObject({
  id: z.string(),
  name: z.string(),
  level: z.string(),
  trend: z.string(),
});
export type SkillLine = z.infer<typeof skillLine>;

/** The rep scores themselves by the rubric of a note that was shared with them; what they said stands. */
export const scoreSelfRequest = z.strictObject({
  noteId: hubspotId,
  /** The version of the note that the rep has read: nobody scores themselves beside levels that they have not seen. */
  version: z.int().check(z.gte(1)),
  levels: scoredLevels,
});
export type ScoreSelfRequest = z.infer<typeof scoreSelfRequest>;
