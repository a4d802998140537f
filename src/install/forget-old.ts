import type { Kysely } from 'kysely';
import { answeredOf, auditOf } from '../access/index.ts';
import type { Tables } from '../store/index.ts';
import { forPortal as erasingOf, listDisconnectedBefore, sweepErased } from './erasing/store.ts';
import { listConnectedPortals } from './store.ts';

const DAY_MS = 86_400_000;

/** How long things are kept, in days. `docs/security.md` and the listing promise the same. */
export const retentionDays = {
  /** A card repeats a request within seconds; a week is generous. */
  answeredRequests: 7,
  auditEntries: 730,
  /** Time to connect again and find everything as it was. */
  disconnectedPortals: 30,
} as const;

/** Forgets what has been kept long enough. Safe to do again. */
export async function forgetOld(db: Kysely<Tables>, now: Date): Promise<void> {
  const before = (days: number) => new Date(now.getTime() - days * DAY_MS);
  for (const portalId of await listConnectedPortals(db)) {
    await answeredOf(db, portalId).forgetBefore(before(retentionDays.answeredRequests));
    await auditOf(db, portalId).forgetBefore(before(retentionDays.auditEntries));
  }
  for (const portalId of await listDisconnectedBefore(db, before(retentionDays.disconnectedPortals))) {
    await erasingOf(db, portalId).erase(now, 'retention');
  }
  await sweepErased(db);
}
