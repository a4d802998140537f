import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';

/** What a sandbox portal keeps beside its records: the app's credentials, and how far its business clock is off. */
export interface SandboxIdentity {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly appId: number;
  /** Milliseconds that the business clock is ahead of the real one; negative when behind. */
  readonly clockOffset: number;
}

/**
 * Reads the identity kept in `path`, or makes one. The clock is set once, when the portal begins: set anew on a later
 * start it would run backwards over what the portal remembers.
 */
export function keepIdentity(path: string, { startingAt }: { startingAt: Date | null }): SandboxIdentity {
  if (existsSync(path)) return JSON.parse(readFileSync(path, 'utf8')) as SandboxIdentity;
  const identity = {
    clientId: randomUUID(),
    clientSecret: randomUUID(),
    appId: 1_000_000 + randomBytes(3).readUIntBE(0, 3),
    clockOffset: startingAt === null ? 0 : startingAt.getTime() - Date.now(),
  };
  // Written aside and renamed, so that a start that is killed leaves no half file.
  writeFileSync(`${path}.new`, JSON.stringify(identity), { mode: 0o600 });
  renameSync(`${path}.new`, path);
  return identity;
}
