import { runStatements } from './run-statements.ts';

/** What keeps a portal right over the years: checks, repairs, what was written, and how it ends. */
export const upkeep = runStatements([
  `alter table deal add column verified_at timestamptz`,
  `create index deal_split_deals on deal (portal_id, id) where is_split`,
  `alter table portal add column disconnected_at timestamptz`,
  `create table reconciliation (
    portal_id bigint primary key references portal(id) on delete cascade, modified_until timestamptz,
    everything_at timestamptz, asked_at timestamptz, checked_at timestamptz, repaired integer not null default 0)`,
  `create table property_conflict (
    portal_id bigint not null references portal(id) on delete cascade, name text not null, found_type text not null,
    wanted_type text not null, primary key (portal_id, name))`,
  `create table written_property (
    portal_id bigint not null references portal(id) on delete cascade, name text not null,
    values_written bigint not null, last_written_at timestamptz not null, primary key (portal_id, name))`,
  // Not by portal_id: it is what is left when every row of a portal is gone.
  `create table erased_portal (id bigint primary key, erased_at timestamptz not null, cause text not null)`,
]);
