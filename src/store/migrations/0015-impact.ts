import { runStatements } from './run-statements.ts';

/** Which metric coaching is judged by, chosen before its results are there. */
export const impact = runStatements([
  `create table impact_metric (
    portal_id bigint primary key references portal(id) on delete cascade, metric text not null, chosen_on text not null)`,
]);
