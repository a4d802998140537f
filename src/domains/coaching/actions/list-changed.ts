import type { NotePromise } from '../../../contract/index.ts';

/** The ids of the promises that their author changed or added: all that are not as they were shown. */
export function listChanged(
  promises: readonly NotePromise[],
  seen: readonly NotePromise[],
): ReadonlySet<string> {
  const isAsSeen = (promise: NotePromise): boolean =>
    seen.some(
      ({ id, text, doer, dueOn }) =>
        id === promise.id && text === promise.text && doer === promise.doer && dueOn === promise.dueOn,
    );
  return new Set(promises.filter((promise) => !isAsSeen(promise)).map(({ id }) => id));
}
