import type { SyncProgress, SyncView } from '../../../contract/index.ts';
import { countNoun } from '../../../kernel/count-noun.ts';
import { localMoment } from '../../../kernel/local-day.ts';

export interface SyncFacts {
  readonly progress: SyncProgress | null;
  readonly isReady: boolean;
  readonly lastPull: Date | null;
  readonly newestChange: Date | null;
  readonly lastWrite: Date | null;
  readonly waitingReads: number;
  readonly waitingWrites: number;
  readonly oldestWaiting: Date | null;
  readonly parked: number;
  readonly pausedUntil: Date | null;
  readonly isCheckAsked: boolean;
  readonly timeZone: string;
}

/** How things stand between HubSpot and Sideline, the most pressing first. */
export function describeSync(facts: SyncFacts): SyncView {
  const { timeZone, progress, parked } = facts;
  const moment = (at: Date | null, none: string) => (at === null ? none : localMoment(at, timeZone));
  const waiting = facts.waitingReads + facts.waitingWrites;
  const pausedUntilLabel = facts.pausedUntil && localMoment(facts.pausedUntil, timeZone);
  return {
    ...headline(facts, waiting, pausedUntilLabel),
    progress,
    facts: [
      { id: 'lastPull', label: 'Last full read', value: moment(facts.lastPull, 'not finished yet') },
      {
        id: 'lastEvent',
        label: 'Newest change in HubSpot that was read',
        value: moment(facts.newestChange, 'none yet'),
      },
      {
        id: 'lastWrite',
        label: 'Last write to HubSpot',
        value: moment(facts.lastWrite, 'nothing written yet'),
      },
      {
        id: 'waiting',
        label: 'Waiting',
        value: `${countNoun(facts.waitingReads, 'change')} to read, ${countNoun(facts.waitingWrites, 'deal')} to write`,
      },
      ...(facts.oldestWaiting
        ? [
            {
              id: 'oldestWaiting' as const,
              label: 'Waiting longest',
              value: `since ${localMoment(facts.oldestWaiting, timeZone)}`,
            },
          ]
        : []),
      { id: 'parked', label: 'Refused by HubSpot', value: countNoun(parked, 'deal') },
      ...(pausedUntilLabel === null
        ? []
        : [
            {
              id: 'pausedUntil' as const,
              label: 'HubSpot asked us to wait',
              value: `until ${pausedUntilLabel}`,
            },
          ]),
    ],
    waiting,
    parked,
    pausedUntilLabel,
    mayCheckAgain: facts.isReady && progress === null && !facts.isCheckAsked,
  };
}

function headline(
  { progress, parked, isReady, isCheckAsked }: SyncFacts,
  waiting: number,
  pausedUntilLabel: string | null,
): Pick<SyncView, 'state' | 'headline'> {
  if (pausedUntilLabel !== null)
    return {
      state: 'paused',
      headline: `HubSpot asked Sideline to wait until ${pausedUntilLabel}. It goes on by itself.`,
    };
  if (progress !== null) return { state: 'reading', headline: `${progress.phase}: ${progress.text}.` };
  if (!isReady) return { state: 'reading', headline: 'Reading begins in a moment.' };
  if (parked > 0)
    return {
      state: 'trouble',
      headline: `HubSpot refuses the values of ${countNoun(parked, 'deal')}. Its own words are below; mend the cause, then try again.`,
    };
  if (isCheckAsked) return { state: 'working', headline: 'Every deal is compared with HubSpot once more.' };
  if (waiting > 0) return { state: 'working', headline: `Working on ${countNoun(waiting, 'change')}.` };
  return { state: 'upToDate', headline: 'Up to date: every change that HubSpot told us of is worked in.' };
}
