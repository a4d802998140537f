import type { CopyState, OwnCopy } from '../../../contract/index.ts';
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
  const opened =
    copy.collectedAt && `${name} opened the copy of ${made} on ${localDay(copy.collectedAt, timeZone)}.`;
  if (copy.withdrawnAt !== null) {
    const why = `was withdrawn on ${localDay(copy.withdrawnAt, timeZone)}, because data in it was erased.`;
    return {
      state: 'withdrawn',
      sentence: opened
        ? `${opened} It ${why}`
        : `The copy of ${made} ${why} ${name} had not opened it: send it again.`,
      sendLabel,
    };
  }
  if (opened !== null) return { state: 'collected', sentence: opened, sendLabel };
  if (copy.expiresAt <= now)
    return { state: 'expired', sentence: `The copy of ${made} was not opened until ${until}.`, sendLabel };
  return {
    state: 'waiting',
    sentence: `A copy waits for ${name} under About me since ${made}, until ${until}.`,
    sendLabel: null,
  };
}

/** What the person reads on their own page; null where nothing waits, or would by now. */
export function describeOwnCopy({ copy, now, timeZone }: CopyFacts): OwnCopy | null {
  if (copy === null || copy.expiresAt <= now) return null;
  const made = localDay(copy.madeAt, timeZone);
  if (copy.withdrawnAt !== null)
    return {
      sentence: `The copy of ${made} was withdrawn on ${localDay(copy.withdrawnAt, timeZone)}, because data of somebody else in it was erased. Ask ops to send it again.`,
      mayOpen: false,
    };
  return {
    sentence: `Ops has prepared a copy of your data in coaching, as it stood on ${made}: what you wrote, what was shared with you, and private notes about you. Nobody but you can open it. It is here until ${localDay(copy.expiresAt, timeZone)}.`,
    mayOpen: true,
  };
}
