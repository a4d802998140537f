import type { Response } from 'express';
import { statusOf, type Refusal } from './refusal.ts';

/** Answers with a failure in the contract's words; status and Retry-After travel beside them. */
export function refuse(response: Response, { status, retryAfterSeconds, ...error }: Refusal): void {
  if (retryAfterSeconds !== undefined) response.setHeader('Retry-After', String(retryAfterSeconds));
  response.status(status ?? statusOf[error.code]).json({ error });
}
