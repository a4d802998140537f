import type { HandoverView } from '../../../contract/index.ts';
import { countNoun } from '../../../kernel/count-noun.ts';
import type { Handable } from './sort-shared.ts';

/** What the rep may hand on, in their words; null where there is nothing. */
export function describeHandover(
  { managerId, closed, open }: Handable,
  nameOf: (ownerId: string) => string,
): HandoverView | null {
  if (closed.length === 0 && open.length === 0) return null;
  const manager = nameOf(managerId);
  const authors = [...new Set(closed.map(({ authorId }) => nameOf(authorId)))].join(' and ');
  const [them, they] = closed.length === 1 ? ['it', 'it is'] : ['them', 'they are'];
  return {
    sentences: [
      ...(closed.length > 0
        ? [
            `${authors} shared ${countNoun(closed.length, 'note')} with you that ${manager} cannot read as ${they} now. Only you can open ${them}.`,
          ]
        : []),
      ...(open.length > 0
        ? [
            `${manager} can read ${countNoun(open.length, 'note')} of former managers, because you opened ${open.length === 1 ? 'it' : 'them'}.`,
          ]
        : []),
    ],
    openLabel: closed.length > 0 ? `Let ${manager} read ${them}` : null,
    takeBackLabel: open.length > 0 ? 'Take back' : null,
  };
}
