import { runStatements } from './run-statements.ts';

/** What earlier stores hold has to be looked at once more. */
export const afterwards = runStatements([
  // Actions of skill coaching that were told to HubSpot before there were neutral tasks become neutral ones.
  `update coaching_action set task_news = nextval('mark')
    where state <> 'dropped' and task_kind is null and (task_id is not null or task_asked_at is not null)
      and not (topic = 'deal' and record_type in ('deal', 'contact'))`,
  // Nothing is known yet of what happened on deals that were mirrored before that was read: the next check reads them all.
  `insert into reconciliation (portal_id, asked_at) select distinct portal_id, now() from deal
    on conflict (portal_id) do update set asked_at = excluded.asked_at`,
]);
