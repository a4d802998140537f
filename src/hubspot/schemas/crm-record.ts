import * as z from 'zod';
import { id, propertyValues } from './fields.ts';

/** A record of the CRM: a deal, a goal. Instants are ISO-8601 in UTC. */
export const crmRecord = z.object({
  id,
  properties: propertyValues,
  createdAt: z.string(),
  updatedAt: z.string(),
  archived: z.boolean().default(false),
});
export type CrmRecord = z.infer<typeof crmRecord>;
