import * as z from 'zod';
import { id, optionalText } from './fields.ts';

/**
 * Somebody whom records can belong to. `id` is what deals carry as `hubspot_owner_id`; `userId` is what signed card
 * requests carry, and stays known after the user was deactivated.
 */
export const owner = z
  .object({
    id,
    email: optionalText,
    firstName: optionalText,
    lastName: optionalText,
    type: z.string().default('PERSON'),
    archived: z.boolean().default(false),
    userId: id.nullish(),
    userIdIncludingInactive: id.nullish(),
    teams: z.array(z.object({ id, name: z.string(), primary: z.boolean().default(false) })).nullish(),
  })
  .transform(({ userId, userIdIncludingInactive, teams, ...rest }) => ({
    ...rest,
    userId: userId ?? userIdIncludingInactive ?? null,
    teams: teams ?? [],
  }));
export type Owner = z.infer<typeof owner>;
