import * as z from 'zod';
import { id } from './fields.ts';

const stage = z
  .object({
    id,
    label: z.string(),
    displayOrder: z.number(),
    archived: z.boolean().default(false),
    metadata: z.object({ isClosed: z.enum(['true', 'false']).optional(), probability: z.string() }),
  })
  .transform(({ metadata, ...rest }) => ({
    ...rest,
    /** A decimal from 0 (lost) to 1 (won). */
    probability: metadata.probability,
    /** HubSpot holds a stage to be closed exactly when its probability is 0 or 1. */
    isClosed:
      metadata.isClosed === undefined
        ? [0, 1].includes(Number(metadata.probability))
        : metadata.isClosed === 'true',
  }));

export const pipeline = z.object({
  id,
  label: z.string(),
  displayOrder: z.number(),
  archived: z.boolean().default(false),
  stages: z.array(stage),
});
export type Pipeline = z.infer<typeof pipeline>;
