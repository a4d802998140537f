import type { HeldCoaching } from '../../held/store.ts';
import type { KeptCoaching } from './types.ts';

const namesSomebody = /^(author|rep|doer|manager|director|reader)_id$/;

/** Everybody of whom something is in a copy, in the order of their numbers. */
export function listPeople({ notes, actions, calibrations }: KeptCoaching, held: HeldCoaching): string[] {
  const written = [...notes.map(({ note }) => note), ...actions.map(({ action }) => action)].flatMap(
    ({ authorId, repId }) => [authorId, repId],
  );
  const calibrated = calibrations.flatMap(({ directorId, repId, scorings }) => [
    ...[directorId, repId],
    ...scorings.map(({ managerId }) => managerId),
  ]);
  const inRows = Object.values(held)
    .flat()
    .flatMap((row) => Object.entries(row))
    .flatMap(([column, value]) => (namesSomebody.test(column) && typeof value === 'string' ? [value] : []));
  return [...new Set([...written, ...calibrated, ...inRows])].sort(
    (one, other) => Number(one) - Number(other),
  );
}
