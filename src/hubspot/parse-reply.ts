import * as z from 'zod';
import type { Result } from '../kernel/result.ts';
import { err, ok } from '../kernel/result.ts';
import type { HubSpotFailure } from './failure.ts';

/** Parses what HubSpot answered; where it is not as documented the failure names the first field at fault. */
export function parseReply<Value>(
  schema: z.ZodType<Value>,
  reply: { readonly status: number; readonly body: unknown },
): Result<Value, HubSpotFailure> {
  const parsed = schema.safeParse(reply.body);
  if (parsed.success) return ok(parsed.data);
  const issue = parsed.error.issues[0];
  const field = z.core.toDotPath(issue?.path ?? []) || 'the body';
  const message = `HubSpot's reply is not as documented: ${field}: ${issue?.message ?? 'invalid'}`;
  return err({ code: 'unexpected_reply', status: reply.status, message });
}
