// Generated from src/contract/failure.ts by `npm run generate`: edit it there.
import * as z from 'zod/mini';

/** Every failed answer to a card or page: a code for machines, a sentence that says what to do next, and the field at fault. */
export const failure = z.strictObject({
  error: z.strictObject({
    code: z.enum([
      'bad_request',
      'bad_signature',
      'not_connected',
      'not_ready',
      'not_found',
      'conflict',
      'forbidden',
      'too_many_requests',
      'unavailable',
      'internal',
    ]),
    message: z.string(),
    field: z.optional(z.string()),
  }),
});
export type Failure = z.infer<typeof failure>;
export type FailureCode = Failure['error']['code'];
