import { runStatements } from './run-statements.ts';

/** What the metrics tell of the backlog. */
export const operations = runStatements([
  // Since when a change waits: further events about the same record do not make it younger.
  `alter table changed_record add column noted_at timestamptz not null default now()`,
]);
