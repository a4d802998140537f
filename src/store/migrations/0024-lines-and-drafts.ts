import { runStatements } from './run-statements.ts';

/** For whom a line was written and to whom its rep handed it on. */
export const linesAndDrafts = runStatements([
  `alter table coaching_line add column manager_id text, add column reader_id text`,
  // Whose manager somebody was before is not known any more: older lines wait for their rep to hand them on.
  `update coaching_line line set manager_id = person.manager_id from person
    where person.portal_id = line.portal_id and person.owner_id = line.rep_id and person.manager_since <= line.at`,
]);
