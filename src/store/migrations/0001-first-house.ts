import { runStatements } from './run-statements.ts';

/** Every key starts with the portal, so that no row of one portal can be reached from another by its id alone. */
export const firstHouse = runStatements([
  // One number for every mark in the store: it never repeats, so work on an older mark cannot clear a newer one.
  `create sequence mark`,
  `create table portal (
    id bigint primary key, name text not null, time_zone text not null, company_currency text not null,
    connected boolean not null, installed_by text not null, scopes jsonb not null,
    sharing_level text not null default 'team', may_write_back boolean not null default false, period_kind text not null default 'quarter',
    fiscal_start_month integer not null default 1, ready_at timestamptz)`,
  `create table token (
    portal_id bigint primary key references portal(id) on delete cascade,
    sealed_access text not null, sealed_refresh text not null, expires_at timestamptz not null)`,
  `create table oauth_state (state text primary key, sealed_verifier text not null, created_at timestamptz not null)`,
  `create table owner (
    portal_id bigint not null, id text not null, user_id text, email text not null, name text not null,
    archived boolean not null, team_id text, primary key (portal_id, id))`,
  `create index owner_by_user on owner (portal_id, user_id)`,
  `create table team (
    portal_id bigint not null, id text not null, name text not null, parent_id text, primary key (portal_id, id))`,
  `create table person (
    portal_id bigint not null, owner_id text not null, team_id text, manager_id text, starts_on text, ends_on text,
    ramp_months integer not null, primary key (portal_id, owner_id))`,
  `create table pipeline (
    portal_id bigint not null, id text not null, label text not null, display_order integer not null,
    primary key (portal_id, id))`,
  `create table stage (
    portal_id bigint not null, id text not null, pipeline_id text not null, label text not null,
    display_order integer not null, probability text not null, is_closed boolean not null, primary key (portal_id, id))`,
  `create table exchange_rate (
    portal_id bigint not null, currency text not null, rate text not null, effective_at timestamptz not null,
    primary key (portal_id, currency))`,
  `create table quota (
    portal_id bigint not null, subject_kind text not null, subject_id text not null, pipeline_ids text not null,
    period_key text not null, source text not null, amount_minor bigint not null,
    primary key (portal_id, subject_kind, subject_id, pipeline_ids, period_key, source))`,
  `create table deal (
    portal_id bigint not null, id text not null, name text not null, pipeline_id text not null, stage_id text not null,
    owner_id text, amount text, currency text not null, exchange_rate text, home_minor bigint, close_at timestamptz,
    created_at timestamptz not null, modified_at timestamptz not null, is_closed boolean not null, is_won boolean not null,
    is_split boolean not null, forecast_category text, stage_entered_at timestamptz, won_entered_at timestamptz,
    won_exited_at timestamptz, stage_entries jsonb not null, known jsonb not null, exclusion text, exclusion_period text, news bigint default nextval('mark'), primary key (portal_id, id))`,
  `create index deal_by_owner on deal (portal_id, owner_id, is_closed)`,
  `create index deal_by_state on deal (portal_id, is_closed, is_won)`,
  `create table deal_split (
    portal_id bigint not null, deal_id text not null, owner_id text not null, percentage text not null,
    track text not null, primary key (portal_id, deal_id, owner_id, track))`,
  `create index deal_split_by_owner on deal_split (portal_id, owner_id)`,
  `create table credit (
    portal_id bigint not null, deal_id text not null, owner_id text not null, period_key text not null,
    kind text not null, track text not null, amount_minor bigint not null, at timestamptz not null,
    primary key (portal_id, deal_id, owner_id, period_key, kind, track))`,
  `create index credit_by_owner on credit (portal_id, owner_id, period_key)`,
  `create table win_model (
    portal_id bigint primary key references portal(id) on delete cascade,
    fitted_at timestamptz not null, model jsonb not null)`,
  `create table season (
    portal_id bigint primary key references portal(id) on delete cascade, weights jsonb not null)`,
  `create table changed_record (
    portal_id bigint not null, type text not null, id text not null, version bigint not null default nextval('mark'),
    primary key (portal_id, type, id))`,
  `create table dirty_owner (
    portal_id bigint not null, owner_id text not null, version bigint not null default nextval('mark'),
    drift smallint not null default 0, primary key (portal_id, owner_id))`,
  `create table outbox (
    portal_id bigint not null, record_id text not null, desired jsonb not null, news bigint, version bigint not null default nextval('mark'),
    parked_code text, parked_message text, primary key (portal_id, record_id))`,
  `create table pull_progress (
    portal_id bigint primary key references portal(id) on delete cascade,
    deals_read integer not null, started_at timestamptz not null, finished_at timestamptz)`,
]);
