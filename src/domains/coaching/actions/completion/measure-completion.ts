import { ratio, type Ratio } from '../../../../kernel/ratio.ts';
import { findEndAbove, type Reports } from '../../../quota/index.ts';
import { wilsonInterval, type ShareInterval } from '../../../../kernel/wilson-interval.ts';

/** An action that was due in the interval, without a word of it. */
export interface DueAction {
  /** Who wrote the note in which it was promised. */
  readonly authorId: string;
  readonly repId: string;
  /** Who promised it: the rep or the author. */
  readonly doerId: string;
  readonly agreedAt: Date;
  /** Finished on its day or before. */
  readonly isKept: boolean;
  /** When it was finished, or its day was over. */
  readonly settledAt: Date;
}

export interface Completion {
  readonly due: number;
  readonly kept: number;
  /** Null below LEAST_DUE: a share of a few says nothing of anybody. */
  readonly rate: { readonly share: Ratio; readonly interval: ShareInterval } | null;
}

export interface CompletionRates {
  /** What each rep promised. Whoever had nothing due is not in it. */
  readonly byRep: ReadonlyMap<string, Completion>;
  /**
   * By who led the coaching: what was agreed in their notes, their own promises among it, and those alone; settled while they
   * stood above the rep.
   */
  readonly byManager: ReadonlyMap<string, { readonly agreed: Completion; readonly own: Completion }>;
}

/** So many due actions make a rate. Convention. */
export const LEAST_DUE = 10;

/**
 * Actions finished on their day or before / actions due in the interval. An action that was taken out of its note, or whose
 * task was deleted, is promised no more and on neither side.
 */
export function measureCompletion(due: readonly DueAction[], reports: Reports): CompletionRates {
  const ofReps = due.filter(({ doerId, repId }) => doerId === repId);
  const led = due.filter(({ authorId, repId, agreedAt, settledAt }) => {
    const end = findEndAbove(authorId, repId, agreedAt, reports);
    return end === null || settledAt <= end;
  });
  return {
    byRep: new Map(
      [...Map.groupBy(ofReps, ({ repId }) => repId)].map(([id, list]) => [id, completionOf(list)]),
    ),
    byManager: new Map(
      [...Map.groupBy(led, ({ authorId }) => authorId)].map(([id, list]) => [
        id,
        { agreed: completionOf(list), own: completionOf(list.filter(({ doerId }) => doerId === id)) },
      ]),
    ),
  };
}

function completionOf(due: readonly DueAction[]): Completion {
  const kept = due.filter(({ isKept }) => isKept).length;
  const rate =
    due.length < LEAST_DUE
      ? null
      : { share: ratio(kept, due.length), interval: wilsonInterval(kept, due.length) };
  return { due: due.length, kept, rate };
}
