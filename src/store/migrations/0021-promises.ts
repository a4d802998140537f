import { runStatements } from './run-statements.ts';

/** An action is known by the id of its promise; those of before get the number of their place, as `namePromises` gives it. */
export const promises = runStatements([
  `alter table coaching_action add column promise_id text`,
  `update coaching_action set promise_id = (number + 1)::text`,
  // The unique key of its place goes with the column.
  `alter table coaching_action alter column promise_id set not null, drop column number,
    add unique (portal_id, note_id, promise_id)`,
  // What was taken out of a note when it was done, and promised once more, was open with the day on which it was done.
  `update coaching_action set done_at = null where state = 'open' and done_at is not null`,
]);
