import type { PulseTopic } from './questions.ts';

export type PulseScore = 1 | 2 | 3 | 4 | 5;

/** What one person answered in a quarter, exactly. Only that person ever reads it. */
export type PulseAnswers = Readonly<Record<PulseTopic, PulseScore>>;

/** The people whose answers a word speaks of, fixed when the quarter is opened, whoever joins or leaves later. */
export interface PulseGroup {
  readonly id: string;
  readonly memberIds: readonly string[];
}

export type PulseWord = 'goingWell' | 'mixed' | 'needsCare';

/** What is published about a group: a word, or that there is none. Never how many answered, nor how many are missing. */
export interface PublishedPulse {
  readonly groupId: string;
  /** Null below eight answers. */
  readonly word: PulseWord | null;
}
