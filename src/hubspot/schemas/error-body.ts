import * as z from 'zod';
import { id } from './fields.ts';

/** A list of names or ids that HubSpot now and then sends as a single one; anything else is left out. */
const names = z
  .union([z.array(id), id.transform((name) => [name])])
  .optional()
  .catch(undefined);

const text = z.string().optional().catch(undefined);

/**
 * The body of a failed call, of one failed row in a batch, and of a refused token request. Every field is optional
 * in practice, and one of an unforeseen type must not hide the others.
 */
export const errorBody = z.object({
  message: text,
  category: text,
  correlationId: text,
  policyName: text,
  error: text,
  error_description: text,
  status: text,
  context: z.object({ ids: names, id: names }).optional().catch(undefined),
  errors: z
    .array(
      z.object({
        message: text,
        code: text,
        context: z.object({ propertyName: names, requiredGranularScopes: names }).optional().catch(undefined),
      }),
    )
    .optional()
    .catch(undefined),
});
export type ErrorBody = z.infer<typeof errorBody>;

/** Reads an error body of any shape: HTML, text or nothing gives an empty one. */
export function readErrorBody(body: unknown): ErrorBody {
  const parsed = errorBody.safeParse(body);
  return parsed.success ? parsed.data : {};
}
