import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import type { InstallDependencies } from './dependencies.ts';
import { forPortal as turnsOf, listSealedOtherwise } from './renewal/store.ts';
import { accessPurpose, refreshPurpose } from './seal-tokens.ts';

const PORTALS_A_LOOK = 200;
const TURN_MS = 10_000;

export interface Resealing {
  readonly resealed: number;
  /** Portals whose tokens no configured key opens: they have to connect again. */
  readonly unreadable: readonly number[];
}

/**
 * Seals every token with the newest key that an older one has sealed, so that the older can be taken away. A token that is
 * being renewed is left alone: the renewal seals it anew.
 */
export async function resealTokens(
  { db, sealer }: Pick<InstallDependencies, 'db' | 'sealer'>,
  log: Pick<Logger, 'info' | 'error'>,
): Promise<Resealing> {
  const unreadable: number[] = [];
  let resealed = 0;
  let after = 0;
  for (;;) {
    const portalIds = await listSealedOtherwise(db, sealer.start, { after, limit: PORTALS_A_LOOK });
    for (const portalId of portalIds) {
      const turns = turnsOf(db, portalId);
      const renewer = randomUUID();
      const old = await turns.claim(renewer, TURN_MS);
      if (old === null) continue;
      const again = (sealed: string, purpose: string) => sealer.seal(sealer.open(sealed, purpose), purpose);
      try {
        const access = again(old.access, accessPurpose(portalId));
        const refresh = again(old.refresh, refreshPurpose(portalId));
        if (await turns.replace(old, { ...old, access, refresh })) resealed += 1;
      } catch {
        unreadable.push(portalId);
      } finally {
        await turns.release(renewer);
      }
    }
    const last = portalIds.at(-1);
    if (last === undefined) break;
    after = last;
  }
  if (resealed > 0) log.info({ portals: resealed }, 'tokens sealed anew with the newest key');
  if (unreadable.length > 0) {
    log.error({ portalIds: unreadable }, 'no configured key opens the tokens of these portals');
  }
  return { resealed, unreadable };
}
