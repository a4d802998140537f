import type * as z from 'zod';
import { err, ok, type Result } from '../../../kernel/result.ts';
import { invalid, type Answer } from './answer.ts';

/** Reads a request body; HubSpot answers 400 to one of the wrong shape, naming what is wrong. */
export function parseBody<Schema extends z.ZodType>(
  schema: Schema,
  body: unknown,
): Result<z.infer<Schema>, Answer> {
  const parsed = schema.safeParse(body);
  if (parsed.success) return ok(parsed.data);
  const errors = parsed.error.issues.map(({ path, message }) => ({ message, in: path.join('.') }));
  const first = errors[0];
  return err(invalid(`Invalid input JSON: ${first?.message ?? ''} (${first?.in ?? ''})`, errors));
}
