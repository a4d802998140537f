import type { PulseView } from '../../../contract/index.ts';
import { pulseTerms } from './describe-terms.ts';
import { labelPulseQuarter } from './pulse-quarter.ts';
import { pulseQuestions, pulseScale } from './questions.ts';
import { traceOwnPulse } from './trace-own-pulse.ts';
import type { PulseAnswers, PulseWord } from './types.ts';

/** A quarter's word of a group, as it was published. */
export interface PublishedWord {
  readonly quarterKey: string;
  readonly managerId: string;
  readonly word: PulseWord | null;
}

export interface PulseFacts {
  readonly isOn: boolean;
  readonly takesPart: boolean;
  readonly hasManager: boolean;
  readonly viewerId: string;
  readonly quarterKey: string;
  readonly own: readonly { readonly quarterKey: string; readonly answers: PulseAnswers }[];
  /** Whether anybody stands below the viewer, now or in a published quarter. */
  readonly isManager: boolean;
  /** Those that the viewer may read. */
  readonly words: readonly PublishedWord[];
  readonly nameOf: (ownerId: string) => string;
}

/** Quarters of a group that are shown: two years. */
const shownQuarters = 8;

/** What somebody sees of the pulse: their own answers, and what was published of those below them. */
export function describePulse(facts: PulseFacts): PulseView {
  const { quarterKey } = facts;
  return {
    state: stateOf(facts),
    takesPart: facts.takesPart,
    quarterLabel: labelPulseQuarter(quarterKey),
    terms: [...pulseTerms],
    questions: pulseQuestions.map(({ id, words, agendaWords }) => ({ topic: id, words, agendaWords })),
    scale: [...pulseScale],
    trend: traceOwnPulse(facts.own).map(({ quarterKey: key, score, change }) => ({
      quarterLabel: labelPulseQuarter(key),
      score: pulseScale[score - 1] ?? '',
      change: change === 'same' ? 'as before' : change,
    })),
    groups: !facts.isOn || !facts.isManager ? null : describeGroups(facts),
  };
}

function stateOf({ isOn, takesPart, hasManager, own, quarterKey }: PulseFacts): PulseView['state'] {
  if (!isOn) return 'off';
  if (own.some((each) => each.quarterKey === quarterKey)) return 'answered';
  if (!hasManager) return 'noManager';
  return takesPart ? 'questions' : 'consent';
}

/** The viewer's own group first, then by name. */
function describeGroups({ viewerId, words, nameOf }: PulseFacts): NonNullable<PulseView['groups']> {
  const groups = [...Map.groupBy(words, ({ managerId }) => managerId)].map(([managerId, own]) => ({
    isOwn: managerId === viewerId,
    name: `Everybody below ${managerId === viewerId ? 'you' : nameOf(managerId)}`,
    quarters: own
      .toSorted((one, other) => (one.quarterKey < other.quarterKey ? 1 : -1))
      .slice(0, shownQuarters)
      .map(({ quarterKey, word }) => ({
        quarterLabel: labelPulseQuarter(quarterKey),
        word: word === null ? 'Not enough answers' : saidAs[word],
      })),
  }));
  return groups
    .toSorted((one, other) => +other.isOwn - +one.isOwn || one.name.localeCompare(other.name))
    .map(({ name, quarters }) => ({ name, quarters }));
}

const saidAs: Readonly<Record<PulseWord, string>> = {
  goingWell: 'Going well',
  mixed: 'Mixed',
  needsCare: 'Needs care',
};
