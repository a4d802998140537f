import { runStatements } from './run-statements.ts';

/** Contacts that HubSpot made one of: what is told of them comes in any order, and what stood beside the first goes to the last. */
export const mergedContacts = runStatements([
  `create table merged_contact (
    portal_id bigint not null references portal(id) on delete cascade, id text not null, survivor_id text not null,
    primary key (portal_id, id))`,
  `create index merged_contact_survivor on merged_contact (portal_id, survivor_id)`,
]);
