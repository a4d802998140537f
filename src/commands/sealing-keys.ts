import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { SealingKey } from '../config.ts';

/** The sandbox's sealing key, made once and kept beside its store, readable by its owner alone. */
export function sandboxKeys(path: string): SealingKey[] {
  if (!existsSync(path)) writeFileSync(path, randomBytes(32).toString('base64'), { mode: 0o600 });
  return [{ id: 'sandbox', key: Buffer.from(readFileSync(path, 'utf8'), 'base64') }];
}
