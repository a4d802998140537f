import * as z from 'zod';
import { id } from './fields.ts';

/** A team with the users whose primary team it is, and those who belong to it besides. */
export const team = z.object({
  id,
  name: z.string(),
  userIds: z.array(id).default([]),
  secondaryUserIds: z.array(id).default([]),
});
export type Team = z.infer<typeof team>;

export const teamParent = z.object({
  id,
  parentTeamId: id.nullish().transform((parentId) => parentId ?? null),
});
export type TeamParent = z.infer<typeof teamParent>;
