import type { Response } from 'express';
import * as z from 'zod';

/** An edit of a record by a person; null clears a value. */
export const editRequest = z.object({
  userId: z.number().int(),
  properties: z.record(
    z.string(),
    z
      .string()
      .nullable()
      .transform((value) => value ?? ''),
  ),
});

/** What the page asks, or undefined after an answer that says what is wrong with it. */
export function readRequest<Schema extends z.ZodType>(
  schema: Schema,
  asked: unknown,
  response: Response,
): z.infer<Schema> | undefined {
  const parsed = schema.safeParse(asked);
  if (parsed.success) return parsed.data;
  response.status(400).json({ message: z.prettifyError(parsed.error) });
  return undefined;
}
