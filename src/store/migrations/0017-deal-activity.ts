import { runStatements } from './run-statements.ts';

/** What happens on a deal beside its numbers, and how often its close date moved back. */
export const dealActivity = runStatements([
  `alter table deal add column last_activity_at timestamptz, add column next_activity_at timestamptz,
    add column has_next_step boolean not null default false, add column pushes integer not null default 0`,
]);
