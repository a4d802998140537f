import { runStatements } from './run-statements.ts';

/** Rubrics in their published versions, what was scored by them in notes, and calibrations. */
export const rubrics = runStatements([
  `create table rubric (
    portal_id bigint not null references portal(id) on delete cascade, id text not null default nextval('mark')::text,
    version integer not null, scope_kind text not null, scope_id text, is_withdrawn boolean not null default false,
    primary key (portal_id, id))`,
  `create unique index rubric_scope on rubric (portal_id, scope_kind, coalesce(scope_id, '')) where not is_withdrawn`,
  `create table rubric_version (
    portal_id bigint not null references portal(id) on delete cascade, rubric_id text not null, version integer not null,
    name text not null, skills jsonb not null, published_at timestamptz not null,
    primary key (portal_id, rubric_id, version))`,
  `alter table coaching_note add column rubric_id text, add column rubric_version integer, add column sealed_levels text,
    add column sealed_self_levels text, add column self_scored_at timestamptz`,
  `create index coaching_note_scored on coaching_note (portal_id, author_id, rep_id) where rubric_id is not null`,
  `create table coaching_calibration (
    portal_id bigint not null references portal(id) on delete cascade, id text not null default nextval('mark')::text,
    director_id text not null, rep_id text not null, deal_id text not null, rubric_id text not null,
    rubric_version integer not null, created_at timestamptz not null, primary key (portal_id, id))`,
  `create table coaching_calibration_scoring (
    portal_id bigint not null references portal(id) on delete cascade, calibration_id text not null,
    manager_id text not null, sealed_levels text, scored_at timestamptz,
    primary key (portal_id, calibration_id, manager_id))`,
  `create index coaching_calibration_manager on coaching_calibration_scoring (portal_id, manager_id)`,
]);
