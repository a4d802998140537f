import { runStatements } from './run-statements.ts';

/** When a copy was taken away because data in it was erased. */
export const withdrawnCopies = runStatements([
  `alter table coaching_copy add column withdrawn_at timestamptz`,
]);
