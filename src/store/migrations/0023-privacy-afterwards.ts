import { runStatements } from './run-statements.ts';

/** When a copy was taken away because data in it was erased; and nothing is remembered whose digest could be tried out. */
export const privacyAfterwards = runStatements([
  `alter table coaching_copy add column withdrawn_at timestamptz`,
  // Asked again, they are worked on again: every use case is safe to run twice.
  `delete from answered_request`,
]);
