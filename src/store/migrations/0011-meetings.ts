import { runStatements } from './run-statements.ts';

/** 1:1s: how often, what was said about single ones, what was prepared, and what was held. */
export const meetings = runStatements([
  `create table coaching_policy (
    portal_id bigint primary key references portal(id) on delete cascade, cadence text not null, rules jsonb not null,
    week_hours integer not null, week_percent integer not null)`,
  `create table coaching_cadence (
    portal_id bigint not null references portal(id) on delete cascade, rep_id text not null, cadence text not null,
    primary key (portal_id, rep_id))`,
  `create table coaching_meeting_change (
    portal_id bigint not null references portal(id) on delete cascade, manager_id text not null, rep_id text not null,
    due_on text not null, moved_to text, at timestamptz not null, primary key (portal_id, manager_id, rep_id, due_on))`,
  `create table coaching_meeting (
    portal_id bigint not null references portal(id) on delete cascade, id text not null default nextval('mark')::text,
    manager_id text not null, rep_id text not null, number integer not null, held_on text not null,
    due_on text not null, minutes integer not null, kind text not null, attendance text not null,
    at timestamptz not null, primary key (portal_id, id), unique (portal_id, manager_id, rep_id, number))`,
  `create index coaching_meeting_rep on coaching_meeting (portal_id, rep_id)`,
  `alter table coaching_line add column discussed_on text`,
  `create table coaching_dispute (
    portal_id bigint not null references portal(id) on delete cascade, rep_id text not null, deal_id text not null,
    reason text not null, at timestamptz not null, primary key (portal_id, rep_id, deal_id, reason))`,
  `create index coaching_note_pair on coaching_note (portal_id, rep_id, author_id)`,
  `create table coaching_agenda (
    portal_id bigint not null references portal(id) on delete cascade, manager_id text not null, rep_id text not null,
    due_on text not null, line_ids jsonb not null, made_at timestamptz not null,
    primary key (portal_id, manager_id, rep_id))`,
]);
