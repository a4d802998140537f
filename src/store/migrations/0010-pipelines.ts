import { runStatements } from './run-statements.ts';

/** The pipelines whose deals ops left out of every quota that does not name them. */
export const pipelines = runStatements([
  `alter table portal add column uncounted_pipelines jsonb not null default '[]'`,
]);
