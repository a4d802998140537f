import * as z from 'zod/mini';

export const definitionsRequest = z.strictObject({});

/** What every figure means in this portal, now. */
export const definitionsView = z.strictObject({
  definitions: z.array(
    z.strictObject({
      /** Stable: what other surfaces link to. */
      id: z.string(),
      term: z.string(),
      meaning: z.string(),
      formula: z.string(),
      /** Which deals, people, dates and currencies it speaks of here. */
      scope: z.string(),
      /** What is missing from it here and now, each with its number; empty when nothing is. */
      leftOut: z.array(z.string()),
    }),
  ),
});
export type DefinitionsView = z.infer<typeof definitionsView>;
