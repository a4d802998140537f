import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import type { SealingKey } from '../config.ts';

const IV_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Seals secrets for the store with AES-256-GCM. What a sealed text is for (`purpose`, for example `portal:42:access`) is
 * authenticated with it, so that one portal's token copied into another portal's row does not open.
 * Sealed form: `keyId.base64url(iv | ciphertext | tag)`. The first key seals; every listed key opens (rotation).
 */
export interface Sealer {
  /** How everything begins that the newest key has sealed. */
  readonly start: string;
  seal(plain: string, purpose: string): string;
  /** Throws when the text was altered, sealed for another purpose, or by a key that is gone. */
  open(sealed: string, purpose: string): string;
  /**
   * What stands for a text in a key of a table: the same text gives the same tag, and without the key nobody can tell or try out
   * which text it was. Made with the newest key alone: for texts whose key is never changed.
   */
  tag(text: string): string;
  /** As `tag`, with every listed key, the newest first: for what is to be recognised after a rotation. */
  readonly tags: (text: string) => readonly [string, ...string[]];
}

export function createSealer(keys: readonly SealingKey[]): Sealer {
  const [newest, ...older] = keys;
  if (!newest) throw new Error('at least one sealing key is needed');
  const ids = new Set(keys.map(({ id }) => id));
  if (ids.size < keys.length) throw new Error('two sealing keys have the same name');
  if (keys.some(({ id }) => id.includes('.'))) throw new Error('the name of a sealing key holds a dot');
  return {
    start: `${newest.id}.`,
    seal(plain, purpose) {
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv('aes-256-gcm', newest.key, iv, { authTagLength: TAG_BYTES });
      cipher.setAAD(Buffer.from(`${newest.id}|${purpose}`));
      const body = Buffer.concat([iv, cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()]);
      return `${newest.id}.${body.toString('base64url')}`;
    },
    open(sealed, purpose) {
      const [keyId = '', encoded = ''] = sealed.split('.');
      const found = keys.find((key) => key.id === keyId);
      if (!found) throw new Error(`sealed by key ${keyId}, which is not configured any more`);
      const body = Buffer.from(encoded, 'base64url');
      const decipher = createDecipheriv('aes-256-gcm', found.key, body.subarray(0, IV_BYTES), {
        authTagLength: TAG_BYTES,
      });
      decipher.setAAD(Buffer.from(`${keyId}|${purpose}`));
      decipher.setAuthTag(body.subarray(-TAG_BYTES));
      return decipher.update(body.subarray(IV_BYTES, -TAG_BYTES), undefined, 'utf8') + decipher.final('utf8');
    },
    tag: (text) => tagWith(newest, text),
    tags: (text) => [tagWith(newest, text), ...older.map((key) => tagWith(key, text))],
  };
}

function tagWith({ key }: SealingKey, text: string): string {
  // A key of its own, so that one key never serves two algorithms.
  const own = createHmac('sha256', key).update('tags').digest();
  return createHmac('sha256', own).update(text).digest('base64url');
}
