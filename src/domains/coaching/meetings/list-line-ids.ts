import type { Agenda } from '../agenda/types.ts';

/** The ids of everything that an agenda holds, whatever rule raised it. */
export function listLineIds({
  ownLines,
  promisesNotKept,
  openActions,
  lines,
  wins,
  skill,
}: Agenda): string[] {
  return [...ownLines, ...promisesNotKept, ...openActions, ...lines, ...wins, ...(skill ? [skill] : [])].map(
    ({ id }) => id,
  );
}
