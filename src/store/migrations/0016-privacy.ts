import { runStatements } from './run-statements.ts';

/** What a rep handed on to a new manager, copies that wait for the person they are about, and how long coaching is kept. */
export const privacy = runStatements([
  `create table coaching_handover (
    portal_id bigint not null references portal(id) on delete cascade, note_id text not null, rep_id text not null,
    manager_id text not null, at timestamptz not null, primary key (portal_id, note_id))`,
  `create table coaching_copy (
    portal_id bigint not null references portal(id) on delete cascade, owner_id text not null, asked_by text not null,
    sealed_file text, made_at timestamptz not null, expires_at timestamptz not null,
    collected_at timestamptz, primary key (portal_id, owner_id))`,
  `create table coaching_retention (
    portal_id bigint primary key references portal(id) on delete cascade, months integer)`,
]);
