import type { Kysely } from 'kysely';
import type { Tables } from '../../src/store/index.ts';
import { pullPortal, workPortal } from '../../src/sync/index.ts';
import { openSync, type OpenSync } from './open-sync.ts';
import { smallCompany } from './small-company.ts';

/** A connected portal of this number whose deals are read and carry Sideline's values; no webhook reaches Sideline. */
export async function openWrittenPortal(db: Kysely<Tables>, portalId: number): Promise<OpenSync> {
  const seed = smallCompany();
  const open = await openSync(db, { seed: () => ({ ...seed, account: { ...seed.account, portalId } }) });
  await open.choose({ sharingLevel: 'everyone', mayWriteBack: true });
  await pullPortal(await open.sync());
  await workPortal(await open.sync());
  return open;
}
