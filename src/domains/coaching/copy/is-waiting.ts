import type { CopyStanding } from './store.ts';

/** A copy that nobody has opened yet and that can still be opened. */
export const isWaiting = ({ collectedAt, withdrawnAt, expiresAt }: CopyStanding, now: Date): boolean =>
  collectedAt === null && withdrawnAt === null && expiresAt > now;
