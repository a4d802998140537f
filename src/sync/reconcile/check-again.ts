import type { Kysely } from 'kysely';
import type { Queue } from '../../jobs/index.ts';
import type { Tables } from '../../store/index.ts';
import type { PortalSync } from '../dependencies.ts';
import { forPortal } from './store.ts';

/** Asks for every deal of the portal to be compared with HubSpot, now. */
export async function checkAgain(
  { db, queue }: { readonly db: Kysely<Tables>; readonly queue: Pick<Queue, 'send'> },
  portalId: number,
  at: Date,
): Promise<void> {
  await forPortal(db, portalId).ask(at);
  await queue.send('reconcile-portal', { portalId });
}

/** Whether somebody, or a property that was made again, still waits for every deal to be compared. */
export async function isCheckAsked({ db, portal }: Pick<PortalSync, 'db' | 'portal'>): Promise<boolean> {
  return ((await forPortal(db, portal.id).read())?.askedAt ?? null) !== null;
}
