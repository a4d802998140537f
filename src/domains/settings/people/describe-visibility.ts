import { joinWords } from '../join-words.ts';
import type { VisibilityChange } from './compare-visibility.ts';

export interface DescribedVisibility {
  readonly viewer: string;
  readonly subjects: string[];
  readonly sentence: string;
}

/** In words, for each viewer who can look at all: without an active user nobody sees anything. */
export function describeVisibility(
  changes: readonly VisibilityChange[],
  {
    nameOf,
    canLook,
    will,
  }: {
    readonly nameOf: (ownerId: string) => string;
    readonly canLook: (ownerId: string) => boolean;
    readonly will: 'will see' | 'will no longer see';
  },
): DescribedVisibility[] {
  return changes
    .filter(({ viewerId }) => canLook(viewerId))
    .map(({ viewerId, subjectIds }) => {
      const [viewer, subjects] = [nameOf(viewerId), subjectIds.map(nameOf)];
      return { viewer, subjects, sentence: `${viewer} ${will} the figures of ${joinWords(subjects)}.` };
    });
}
