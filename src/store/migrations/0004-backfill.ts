import { runStatements } from './run-statements.ts';

/** How far a pull of all deals has come, so that it goes on where it was killed. */
export const backfill = runStatements([
  `alter table pull_progress
    add column phase text not null default 'deals',
    add column basis text not null default '', add column resumed_at timestamptz not null default 'epoch',
    add column deals_total integer, add column deals_checked integer not null default 0,
    add column planned_to text, add column is_planned boolean not null default false`,
  `create table pull_part (
    portal_id bigint not null references portal(id) on delete cascade, number integer not null, lower_id text, upper_id text,
    list_first text, list_last text, list_cursor text, list_deals integer not null default 0, list_new integer not null default 0,
    list_done boolean not null default false,
    search_lowest text, search_deals integer not null default 0, search_done boolean not null default false,
    primary key (portal_id, number))`,
  `create table pull_held (
    portal_id bigint not null references portal(id) on delete cascade, id text not null, primary key (portal_id, id))`,
  // HubSpot's ids are numbers, kept as text: by length and then by text they stand in the order of its lists.
  `create index deal_by_number on deal (portal_id, length(id), id)`,
]);
