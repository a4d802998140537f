import { runStatements } from './run-statements.ts';

/** What a card's answer is made of beside the deal itself: it changes rarely, and is kept in memory by its version. */
const RENEWING_TABLES = ['role', 'owner', 'person', 'quota', 'season', 'win_model', 'stage'] as const;

/**
 * A version of everything that is known of a portal beside its deals. The store renews it by itself in the transaction that
 * changes any of it, so that no writer can forget to.
 */
const portalVersion = [
  `create table portal_version (
    portal_id bigint primary key references portal(id) on delete cascade, version bigint not null default nextval('mark'))`,
  `insert into portal_version (portal_id) select id from portal`,
  `create function renew_version_of_portal() returns trigger language plpgsql as $$
  begin
    insert into portal_version (portal_id) values (new.id)
    on conflict (portal_id) do update set version = excluded.version;
    return null;
  end $$`,
  `create trigger renew_version_when_installed after insert on portal
    for each row execute function renew_version_of_portal()`,
  `create trigger renew_version after update on portal
    for each row when (old.* is distinct from new.*) execute function renew_version_of_portal()`,
  `create function renew_version_of_changed() returns trigger language plpgsql as $$
  begin
    insert into portal_version (portal_id)
    select id from portal where id in (select portal_id from changed) order by id
    on conflict (portal_id) do update set version = excluded.version;
    return null;
  end $$`,
  ...RENEWING_TABLES.flatMap((table) =>
    [
      ['insert', 'new'],
      ['update', 'new'],
      ['delete', 'old'],
    ].map(
      ([event, rows]) => `create trigger renew_version_on_${event} after ${event} on ${table}
        referencing ${rows} table as changed for each statement execute function renew_version_of_changed()`,
    ),
  ),
];

/**
 * A version of each owner's credit: whoever marks an owner's numbers as changed renews it in the same transaction. In the
 * order of owners, as marks are set, so that two transactions never wait for each other.
 */
const creditVersion = [
  `create table credit_version (
    portal_id bigint not null, owner_id text not null, version bigint not null default nextval('mark'),
    primary key (portal_id, owner_id))`,
  `create function renew_credit_version() returns trigger language plpgsql as $$
  begin
    insert into credit_version (portal_id, owner_id)
    select portal_id, owner_id from changed order by portal_id, owner_id
    on conflict (portal_id, owner_id) do update set version = excluded.version;
    return null;
  end $$`,
  `insert into credit_version (portal_id, owner_id)
    select portal_id, owner_id from deal where owner_id is not null union select portal_id, owner_id from credit`,
  ...['insert', 'update'].map(
    (event) => `create trigger renew_credit_version_on_${event} after ${event} on dirty_owner
      referencing new table as changed for each statement execute function renew_credit_version()`,
  ),
];

/**
 * A deal with the versions of everything else that its card shows, in one round trip: a function, because both engines
 * keep the plans of what stands in one, and planning costs more than reading. The version is null where the portal is not
 * installed, the name where it has no such deal; `credit` has the versions of everybody who shares in the deal, by owner.
 */
const cardFacts = `create function card_facts(asked_portal bigint, asked_deal text,
    out version bigint, out name text, out pipeline_id text, out stage_id text, out owner_id text, out amount text,
    out currency text, out exchange_rate text, out home_minor bigint, out close_at timestamptz,
    out created_at timestamptz, out is_closed boolean, out is_won boolean, out stage_entered_at timestamptz,
    out won_entered_at timestamptz, out won_exited_at timestamptz, out credit_version bigint,
    out splits jsonb, out credit jsonb)
  language plpgsql stable as $$
  #variable_conflict use_column
  declare
    is_shared boolean;
  begin
    select v.version, d.name, d.pipeline_id, d.stage_id, d.owner_id, d.amount, d.currency, d.exchange_rate,
        d.home_minor, d.close_at, d.created_at, d.is_closed, d.is_won, d.stage_entered_at, d.won_entered_at,
        d.won_exited_at, d.is_split, c.version
      into version, name, pipeline_id, stage_id, owner_id, amount, currency, exchange_rate,
        home_minor, close_at, created_at, is_closed, is_won, stage_entered_at, won_entered_at,
        won_exited_at, is_shared, credit_version
      from portal_version v
      left join deal d on d.portal_id = asked_portal and d.id = asked_deal
      left join credit_version c on c.portal_id = asked_portal and c.owner_id = d.owner_id
      where v.portal_id = asked_portal;
    if is_shared then
      select jsonb_agg(jsonb_build_object('dealId', s.deal_id, 'ownerId', s.owner_id,
          'percentage', s.percentage, 'track', s.track)), jsonb_object_agg(s.owner_id, c.version)
        into splits, credit
        from deal_split s
        left join credit_version c on c.portal_id = asked_portal and c.owner_id = s.owner_id
        where s.portal_id = asked_portal and s.deal_id = asked_deal;
    end if;
  end $$`;

/** So that summing credit up by pipeline needs no look at each of its deals. */
const pipelineOfCredit = [
  `alter table credit add column pipeline_id text`,
  `update credit set pipeline_id = deal.pipeline_id from deal
    where deal.portal_id = credit.portal_id and deal.id = credit.deal_id`,
  `alter table credit alter column pipeline_id set not null`,
];

/** The version and the function by which a card is answered with one question to the store. */
export const cardView = runStatements([
  ...portalVersion,
  ...creditVersion,
  ...pipelineOfCredit,
  `create index deal_without_credit on deal (portal_id, owner_id) where exclusion is not null`,
  cardFacts,
]);
