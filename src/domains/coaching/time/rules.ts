import type { TimePolicy } from './types.ts';

/** Nothing is said before. */
export const weeksNeeded = 4;

/** A quarter: long enough that a week of holidays does not move the median, short enough to follow what one does. */
export const weeksLookedAt = 13;

export const policyUnlessChosen: TimePolicy = { weekHours: 40, percent: 50 };
