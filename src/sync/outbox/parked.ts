import type { Kysely } from 'kysely';
import { conflictsOf, type PropertyConflict } from '../../install/index.ts';
import type { Queue } from '../../jobs/index.ts';
import type { Tables } from '../../store/index.ts';
import { forPortal } from './store.ts';

/** What is not written, and why. */
export interface Parked {
  /** Properties of our name that are somebody else's: left alone until ops rename or delete them. */
  readonly properties: readonly PropertyConflict[];
  /** Deals whose values HubSpot refuses, with its own code and words. */
  readonly rows: readonly { readonly recordId: string; readonly code: string; readonly message: string }[];
}

export async function listParked(db: Kysely<Tables>, portalId: number): Promise<Parked> {
  return {
    properties: await conflictsOf(db, portalId).list(),
    rows: await forPortal(db, portalId).listParked(),
  };
}

/** Sends parked rows once more, these or all (null). Answers how many; what is refused again is parked again. */
export async function retryParked(
  { db, queue }: { readonly db: Kysely<Tables>; readonly queue: Pick<Queue, 'send'> },
  portalId: number,
  recordIds: readonly string[] | null,
): Promise<number> {
  const retried = await forPortal(db, portalId).retry(recordIds);
  if (retried > 0) await queue.send('work-portal', { portalId });
  return retried;
}
