import { runStatements } from './run-statements.ts';

/** As what an action's task was asked for, and whether a second one may have come of it. */
export const requests = runStatements([
  `alter table coaching_action add column task_kind text, add column task_doubted_at timestamptz`,
  `create index coaching_action_doubt on coaching_action (portal_id) where task_doubted_at is not null`,
  `create index coaching_action_due on coaching_action (portal_id, due_on)`,
]);
