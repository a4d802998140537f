import { runStatements } from './run-statements.ts';

/**
 * The pulse. Who said yes and who answered stands under a tag made with the portal's key, another one each quarter, and without a
 * time: whoever reads the tables without the key learns that somebody did, not who.
 */
export const pulse = runStatements([
  `create table pulse_setting (
    portal_id bigint primary key references portal(id) on delete cascade, is_on boolean not null)`,
  `create table pulse_round (
    portal_id bigint not null references portal(id) on delete cascade, quarter_key text not null,
    is_closed boolean not null default false, primary key (portal_id, quarter_key))`,
  `create index pulse_round_open on pulse_round (portal_id) where not is_closed`,
  `create table pulse_group (
    portal_id bigint not null references portal(id) on delete cascade, quarter_key text not null,
    manager_id text not null, word text, primary key (portal_id, quarter_key, manager_id))`,
  `create table pulse_member (
    portal_id bigint not null references portal(id) on delete cascade, quarter_key text not null,
    manager_id text not null, member_id text not null, primary key (portal_id, quarter_key, manager_id, member_id))`,
  `create table pulse_consent (
    portal_id bigint not null references portal(id) on delete cascade, person_tag text not null,
    primary key (portal_id, person_tag))`,
  `create table pulse_answer (
    portal_id bigint not null references portal(id) on delete cascade, quarter_key text not null,
    person_tag text not null, sealed_answers text not null, sealed_score text,
    primary key (portal_id, quarter_key, person_tag))`,
]);
