import { runStatements } from './run-statements.ts';

/** Who had a deal or shared in it before: HubSpot shows the present alone, and people are coached on what they had. */
export const formerOwners = runStatements([
  `create table deal_former_owner (
    portal_id bigint not null, deal_id text not null, owner_id text not null,
    primary key (portal_id, deal_id, owner_id))`,
  `create index deal_former_owner_by_owner on deal_former_owner (portal_id, owner_id)`,
]);
