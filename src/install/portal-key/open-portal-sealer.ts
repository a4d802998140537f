import { randomBytes } from 'node:crypto';
import type { InstallDependencies } from '../dependencies.ts';
import { createSealer, type Sealer } from '../seal.ts';
import { forPortal } from './store.ts';

const KEY_BYTES = 32;

/** What a portal's key is sealed for. */
export const keyPurpose = (portalId: number): string => `portal:${String(portalId)}:key`;

/** Seals and opens what people of one portal write. */
export type TextSealer = Pick<Sealer, 'seal' | 'open' | 'tag'>;

/**
 * The sealer of one portal's text, made with the portal's own key, which is made here the first time. Nothing is kept in
 * memory: after a portal was erased and has connected again its key is another one.
 */
export async function openPortalSealer(
  { db, sealer }: Pick<InstallDependencies, 'db' | 'sealer'>,
  portalId: number,
): Promise<TextSealer> {
  const store = forPortal(db, portalId);
  const purpose = keyPurpose(portalId);
  const sealed =
    (await store.read()) ??
    (await store.keep(sealer.seal(randomBytes(KEY_BYTES).toString('base64'), purpose)));
  return createSealer([{ id: 'portal', key: Buffer.from(sealer.open(sealed, purpose), 'base64') }]);
}
