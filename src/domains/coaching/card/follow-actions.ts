import { longestPromise, type CoachingNote, type NoteContent } from '../../../contract/index.ts';
import { localDay } from '../../../kernel/local-day.ts';
import type { Action } from '../actions/types.ts';

/** What a shared note says as its author goes on writing it: each promise as its action stands by now, in HubSpot too. */
export function followActions(
  content: NoteContent,
  /** Those of the note that are promised still, done or not. */
  actions: readonly Action[],
  timeZone: string,
): { readonly content: NoteContent; readonly closedPromises: CoachingNote['closedPromises'] } {
  const byPromise = new Map(actions.map((action) => [action.promiseId, action]));
  return {
    content: {
      ...content,
      promises: content.promises.map((promise) => {
        const action = byPromise.get(promise.id);
        return action ? { ...promise, text: shorten(action.text), dueOn: action.dueOn } : promise;
      }),
    },
    closedPromises: content.promises.flatMap(({ id }) => {
      const action = byPromise.get(id);
      if (action === undefined)
        return [
          {
            promiseId: id,
            words: 'Its task was deleted in HubSpot: it is promised no more, unless you change it.',
          },
        ];
      return action.doneAt === null
        ? []
        : [{ promiseId: id, words: `Done ${localDay(action.doneAt, timeZone)}.` }];
    }),
  };
}

/** HubSpot lets people call a task what is longer than a promise may be. */
const shorten = (text: string): string =>
  text.length <= longestPromise ? text : `${text.slice(0, longestPromise - 1)}…`;
