import { sql, type Kysely } from 'kysely';
import type { Tables } from './tables.ts';

/** What waits in the store, over all portals. */
export interface Backlog {
  readonly outboxWaiting: number;
  readonly outboxParked: number;
  readonly changesWaiting: number;
  /** Age in seconds of the change that has waited longest; 0 when none waits. */
  readonly oldestChangeSeconds: number;
  readonly portals: Readonly<Record<'ready' | 'reading' | 'disconnected', number>>;
}

/** For the service's metrics; nothing in it speaks of one portal. */
export async function readBacklog(db: Kysely<Tables>): Promise<Backlog> {
  const { rows } = await sql<Record<string, number>>`select
    (select count(*) from outbox where parked_code is null) as outbox_waiting,
    (select count(*) from outbox where parked_code is not null) as outbox_parked,
    (select count(*) from changed_record) as changes_waiting,
    (select coalesce(extract(epoch from now() - min(noted_at)), 0)::float8 from changed_record) as oldest_change_seconds,
    (select count(*) from portal where connected and ready_at is not null) as ready,
    (select count(*) from portal where connected and ready_at is null) as reading,
    (select count(*) from portal where not connected) as disconnected`.execute(db);
  const [row = {}] = rows;
  return {
    outboxWaiting: row['outbox_waiting'] ?? 0,
    outboxParked: row['outbox_parked'] ?? 0,
    changesWaiting: row['changes_waiting'] ?? 0,
    oldestChangeSeconds: row['oldest_change_seconds'] ?? 0,
    portals: {
      ready: row['ready'] ?? 0,
      reading: row['reading'] ?? 0,
      disconnected: row['disconnected'] ?? 0,
    },
  };
}
