import { runStatements } from './run-statements.ts';

/** What managers and reps write to each other: sealed with a key of the portal's own, and none of it HubSpot's. */
export const coaching = runStatements([
  `create table portal_key (
    portal_id bigint primary key references portal(id) on delete cascade, sealed_key text not null)`,
  `create table coaching_note (
    portal_id bigint not null references portal(id) on delete cascade, id text not null default nextval('mark')::text,
    author_id text not null, rep_id text not null, record_type text not null, record_id text not null,
    state text not null, version integer not null default 1, sealed_content text not null,
    created_at timestamptz not null, edited_at timestamptz not null, shared_at timestamptz,
    acknowledgement text, acknowledged_at timestamptz, primary key (portal_id, id))`,
  `create unique index coaching_draft on coaching_note (portal_id, author_id, rep_id, record_type, record_id)
    where state = 'draft'`,
  `create index coaching_note_record on coaching_note (portal_id, record_type, record_id)`,
  `create index coaching_note_rep on coaching_note (portal_id, rep_id)`,
  `create table coaching_addendum (
    portal_id bigint not null references portal(id) on delete cascade, id text not null default nextval('mark')::text,
    note_id text not null, author_id text not null, sealed_text text not null, at timestamptz not null,
    primary key (portal_id, id))`,
  `create index coaching_addendum_note on coaching_addendum (portal_id, note_id)`,
  `create table coaching_line (
    portal_id bigint not null references portal(id) on delete cascade, id text not null default nextval('mark')::text,
    rep_id text not null, record_type text not null, record_id text not null, sealed_text text not null,
    at timestamptz not null, primary key (portal_id, id))`,
  `create index coaching_line_rep on coaching_line (portal_id, rep_id)`,
  `create table coaching_action (
    portal_id bigint not null references portal(id) on delete cascade, id text not null default nextval('mark')::text,
    note_id text not null, number integer not null, author_id text not null, rep_id text not null, doer_id text not null,
    record_type text not null, record_id text not null, topic text not null, sealed_text text not null,
    due_on text not null, state text not null default 'open', done_at timestamptz, created_at timestamptz not null,
    task_id text, task_asked_at timestamptz, task_news bigint,
    primary key (portal_id, id), unique (portal_id, note_id, number))`,
  `create index coaching_action_news on coaching_action (portal_id) where task_news is not null`,
  `create index coaching_action_rep on coaching_action (portal_id, rep_id)`,
  `create table coaching_access (
    portal_id bigint not null references portal(id) on delete cascade, note_id text not null, reader_id text not null,
    on_day text not null, primary key (portal_id, note_id, reader_id, on_day))`,
]);
