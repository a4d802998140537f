import { runStatements } from './run-statements.ts';

/**
 * What workflows of HubSpot want talked about; of actions, as what their task was asked for and whether a second may come;
 * which properties ops want that are written only when they do.
 */
export const requests = runStatements([
  `create table coaching_request (
    portal_id bigint not null references portal(id) on delete cascade, id text not null default nextval('mark')::text,
    callback_id text not null, rep_id text not null, record_type text not null, record_id text not null,
    sealed_reason text not null, at timestamptz not null, taken_up_on text,
    primary key (portal_id, id), unique (portal_id, callback_id))`,
  `create index coaching_request_open on coaching_request (portal_id, rep_id) where taken_up_on is null`,
  `alter table coaching_action add column task_kind text, add column task_doubted_at timestamptz`,
  `create index coaching_action_doubt on coaching_action (portal_id) where task_doubted_at is not null`,
  `create index coaching_action_record on coaching_action (portal_id, record_type, record_id) where state = 'open'`,
  `create table property_choice (
    portal_id bigint not null references portal(id) on delete cascade, name text not null, is_on boolean not null,
    primary key (portal_id, name))`,
  `create index coaching_action_due on coaching_action (portal_id, due_on)`,
]);
