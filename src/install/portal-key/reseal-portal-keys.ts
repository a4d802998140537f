import type { Logger } from 'pino';
import type { InstallDependencies } from '../dependencies.ts';
import { keyPurpose } from './open-portal-sealer.ts';
import { forPortal, listKeysSealedOtherwise } from './store.ts';

/**
 * Seals every portal's key with the newest of the service's keys, so that an older one can be taken away; the text under
 * it stays as it is. Answers how many were sealed anew; a key that nothing opens is told in the log and left alone.
 */
export async function resealPortalKeys(
  { db, sealer }: Pick<InstallDependencies, 'db' | 'sealer'>,
  log: Pick<Logger, 'error'>,
): Promise<number> {
  let resealed = 0;
  const unreadable: number[] = [];
  for (const portalId of await listKeysSealedOtherwise(db, sealer.start)) {
    const store = forPortal(db, portalId);
    const before = await store.read();
    if (before === null) continue;
    const purpose = keyPurpose(portalId);
    try {
      const after = sealer.seal(sealer.open(before, purpose), purpose);
      if (await store.replace(before, after)) resealed += 1;
    } catch {
      unreadable.push(portalId);
    }
  }
  if (unreadable.length > 0)
    log.error({ portalIds: unreadable }, 'no configured key opens what people of these portals wrote');
  return resealed;
}
