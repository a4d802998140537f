import type { SeedVersion } from './seed.ts';

/** The part of a history, oldest first, that had happened by an instant (ISO-8601 UTC, as in the history). */
export function knownOn<Value>(
  history: readonly SeedVersion<Value>[],
  instant: string,
): SeedVersion<Value>[] {
  return history.filter(({ at }) => at <= instant);
}
