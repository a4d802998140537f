import * as z from 'zod';
import { id, optionalText } from './fields.ts';

/** A user of the portal; `id` is the user id, not an owner id. HubSpot's own examples have `superAdmin` as text too. */
export const user = z.object({
  id,
  email: z.string(),
  firstName: optionalText,
  lastName: optionalText,
  primaryTeamId: id.nullish().transform((teamId) => teamId ?? null),
  secondaryTeamIds: z
    .array(id)
    .nullish()
    .transform((teamIds) => teamIds ?? []),
  superAdmin: z
    .union([z.boolean(), z.enum(['true', 'false'])])
    .nullish()
    .transform((value) => value === true || value === 'true'),
});
export type User = z.infer<typeof user>;
