import { runStatements } from './run-statements.ts';

/**
 * What all replicas have to know before they call HubSpot. Pacing and pauses are kept without a row in `portal`: the first
 * calls of an install go out before there is one.
 */
export const door = runStatements([
  // Written every second of a busy portal: room on each page for the next version keeps it there.
  `create table pacing (
    portal_id bigint not null, bucket text not null, sent jsonb not null default '[]', held_until bigint not null default 0,
    version bigint not null default nextval('mark'), primary key (portal_id, bucket)) with (fillfactor = 40)`,
  `create table portal_pause (
    portal_id bigint primary key, reason text not null, message text not null, until timestamptz not null)`,
  `create table feature (
    portal_id bigint not null references portal(id) on delete cascade, name text not null,
    switched_off boolean not null default false, refused_code text, refused_message text, refused_at timestamptz,
    refused_scopes jsonb, primary key (portal_id, name))`,
  `alter table token add column renewer text, add column renewing_until timestamptz`,
]);
