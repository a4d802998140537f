import { runStatements } from './run-statements.ts';

/**
 * Who was whose manager, and until when: whoever stood above somebody goes on seeing what was there when they ceased to. The
 * store keeps it by itself in the transaction that changes a manager, so that no writer can forget to.
 */
export const formerManagers = runStatements([
  `create table former_manager (
    portal_id bigint not null references portal(id) on delete cascade, id bigint not null default nextval('mark'),
    owner_id text not null, manager_id text, until timestamptz not null, primary key (portal_id, id))`,
  `create index former_manager_owner on former_manager (portal_id, owner_id, until)`,
  `create function keep_former_manager() returns trigger language plpgsql as $$
  begin
    insert into former_manager (portal_id, owner_id, manager_id, until)
    values (old.portal_id, old.owner_id, old.manager_id, now());
    return null;
  end $$`,
  `create trigger keep_former_manager after update of manager_id on person
    for each row when (old.manager_id is distinct from new.manager_id) execute function keep_former_manager()`,
]);
