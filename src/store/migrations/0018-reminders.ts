import { runStatements } from './run-statements.ts';

/** Which notes their rep was reminded of, and the reminders of today and those that HubSpot may still make. */
export const reminders = runStatements([
  `alter table coaching_note add column reminded_at timestamptz`,
  `create index coaching_note_unanswered on coaching_note (portal_id, shared_at)
    where state = 'shared' and acknowledgement is null and reminded_at is null`,
  `create table coaching_reminder (
    portal_id bigint not null references portal(id) on delete cascade, id text not null default nextval('mark')::text,
    rep_id text not null, on_day text not null, at timestamptz not null, is_over boolean not null default false,
    asked_at timestamptz, task_id text, doubted_at timestamptz,
    primary key (portal_id, id), unique (portal_id, rep_id, on_day))`,
]);
