import type { CopyState } from '../../../contract/index.ts';
import { localDay } from '../../../kernel/local-day.ts';
import type { CopyStanding } from './store.ts';

interface CopyFacts {
  readonly copy: CopyStanding | null;
  readonly now: Date;
  readonly timeZone: string;
}

/** How a person's copy stands, for ops. */
export function describeCopyState({ copy, now, timeZone }: CopyFacts, name: string): CopyState {
  const sendLabel = 'Send this person their coaching';
  if (copy === null)
    return {
      state: 'none',
      sentence: `Puts a copy of everything in coaching that ${name} wrote or that is about them, private notes too, on their page About me. You cannot read it.`,
      sendLabel,
    };
  const made = localDay(copy.madeAt, timeZone);
  const until = localDay(copy.expiresAt, timeZone);
  if (copy.collectedAt !== null)
    return {
      state: 'collected',
      sentence: `${name} opened the copy of ${made} on ${localDay(copy.collectedAt, timeZone)}.`,
      sendLabel,
    };
  if (copy.expiresAt <= now)
    return { state: 'expired', sentence: `The copy of ${made} was not opened until ${until}.`, sendLabel };
  return {
    state: 'waiting',
    sentence: `A copy waits for ${name} under About me since ${made}, until ${until}.`,
    sendLabel: null,
  };
}

/** What the person reads on their own page; null where nothing waits. */
export function describeOwnCopy({ copy, now, timeZone }: CopyFacts): string | null {
  if (copy === null || copy.expiresAt <= now) return null;
  return `Ops has prepared a copy of your data in coaching, as it stood on ${localDay(copy.madeAt, timeZone)}: what you wrote, what was shared with you, and private notes about you. Nobody but you can open it. It is here until ${localDay(copy.expiresAt, timeZone)}.`;
}
