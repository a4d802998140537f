import { runStatements } from './run-statements.ts';

/** For whom a line was written and to whom its rep handed it on; what people have begun to write and not sent. */
export const linesAndDrafts = runStatements([
  `alter table coaching_line add column manager_id text, add column reader_id text`,
  // Whose manager somebody was before is not known any more: older lines wait for their rep to hand them on.
  `update coaching_line line set manager_id = person.manager_id from person
    where person.portal_id = line.portal_id and person.owner_id = line.rep_id and person.manager_since <= line.at`,
  `create table coaching_text_draft (
    portal_id bigint not null references portal(id) on delete cascade, author_id text not null,
    record_type text not null, record_id text not null, sealed_texts jsonb not null,
    version bigint not null default nextval('mark'), at timestamptz not null,
    primary key (portal_id, author_id, record_type, record_id))`,
]);
