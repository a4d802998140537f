import { runStatements } from './run-statements.ts';

/** What ops ticked, where cards were seen, since when managers see whom, whom we were asked to forget, and the backtest. */
export const settings = runStatements([
  `create table setup_step (
    portal_id bigint not null references portal(id) on delete cascade, step text not null,
    user_id text not null, at timestamptz not null, primary key (portal_id, step))`,
  `create table card_seen (
    portal_id bigint not null references portal(id) on delete cascade, card text not null, at timestamptz not null,
    primary key (portal_id, card))`,
  `create table erased_owner (
    portal_id bigint not null references portal(id) on delete cascade, owner_id text not null, at timestamptz not null,
    primary key (portal_id, owner_id))`,
  `create table backtest (
    portal_id bigint primary key references portal(id) on delete cascade, made_at timestamptz not null, periods jsonb not null)`,
  `alter table person add column manager_since timestamptz not null default now()`,
]);
