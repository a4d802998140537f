import { runStatements } from './run-statements.ts';

/** Who may do what, what was done, and what was answered. */
export const access = runStatements([
  `create table role (
    portal_id bigint not null references portal(id) on delete cascade, user_id text not null, role text not null,
    granted_by text not null, granted_at timestamptz not null, primary key (portal_id, user_id, role))`,
  `create table audit_entry (
    portal_id bigint not null references portal(id) on delete cascade, id bigint not null default nextval('mark'),
    at timestamptz not null, user_id text, action text not null, details jsonb not null, primary key (portal_id, id))`,
  `create table answered_request (
    portal_id bigint not null references portal(id) on delete cascade, user_id text not null, key text not null,
    digest text not null, answer jsonb, claimed_at timestamptz not null, primary key (portal_id, user_id, key))`,
]);
