import { countNoun } from '../../../kernel/count-noun.ts';
import { addDays, type LocalDate } from '../../../kernel/period.ts';
import { daysToMove } from './rules.ts';

export interface TalliedAction {
  readonly dealId: string;
  /** Null while it is not finished. */
  readonly finishedOn: LocalDate | null;
  readonly dueOn: LocalDate;
}

/** A deal entered a later stage, or was won. */
export interface DealMove {
  readonly dealId: string;
  readonly movedOn: LocalDate;
}

interface Tally {
  readonly deals: number;
  readonly moved: number;
}

export interface MoveTally {
  readonly finished: Tally;
  readonly unfinished: Tally;
  readonly isProof: false;
  readonly words: string;
}

/**
 * Deals that moved on within 14 days after an action was finished, or after one was due that was not finished by then. A deal
 * counts once on each side where it has an action; days that are not over yet count on neither. A plain
 * tally: whoever is eager finishes actions and moves deals alike, so it proves nothing and says so.
 */
export function tallyMoves(
  actions: readonly TalliedAction[],
  moves: readonly DealMove[],
  today: LocalDate,
): MoveTally {
  const movesOf = Map.groupBy(moves, ({ dealId }) => dealId);
  const tally = (watched: readonly { readonly dealId: string; readonly from: LocalDate }[]): Tally => {
    const over = watched.filter(({ from }) => addDays(from, daysToMove) < today);
    const moved = over.filter(({ dealId, from }) =>
      movesOf.get(dealId)?.some(({ movedOn }) => movedOn >= from && movedOn <= addDays(from, daysToMove)),
    );
    const count = (list: readonly { readonly dealId: string }[]) =>
      new Set(list.map(({ dealId }) => dealId)).size;
    return { deals: count(over), moved: count(moved) };
  };
  const finished = tally(
    actions.flatMap(({ dealId, finishedOn }) => (finishedOn === null ? [] : [{ dealId, from: finishedOn }])),
  );
  const unfinished = tally(
    actions
      .filter(({ dueOn, finishedOn }) => finishedOn === null || finishedOn > addDays(dueOn, daysToMove))
      .map(({ dealId, dueOn }) => ({ dealId, from: dueOn })),
  );
  return { finished, unfinished, isProof: false, words: describe(finished, unfinished) };
}

function describe(finished: Tally, unfinished: Tally): string {
  const side = ({ deals, moved }: Tally, words: string) => `${moved} of ${countNoun(deals, 'deal')} ${words}`;
  return `Moved on within ${daysToMove} days: ${side(finished, 'after a finished action')}, ${side(unfinished, 'after one that was not finished')}. A tally, not proof.`;
}
