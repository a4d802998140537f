import { createHash } from 'node:crypto';

/** A short text that stands for a value: equal for the same JSON, different for another. */
export function digestOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('base64url');
}
