/** Held 1:1s of a quarter from which on a rep counts as coached in it: one a month. */
export const meetingsToBeCoached = 3;

/**
 * Quarters before coaching began. Level, trend and the last quarter are taken from them: with three they would be the
 * three values themselves, and one unusual quarter would pass for a trend.
 */
export const quartersBefore = 4;

/**
 * Coached people, below which nothing is said: with ten, one person's quarter moves the mean by a tenth of its own swing, so that
 * nobody's luck alone makes the result, and nobody's figure can be read from it.
 */
export const coachedNeeded = 10;

/** Two peers a coached person: a third would narrow the interval by 6 % only, √(1 + 1/3) against √(1 + 1/2), and be less alike. */
export const peersEach = 2;

/** Peers, below which nothing is said. With the coached that is 30 people, of whom 25 remain for the spread. */
export const peersNeeded = peersEach * coachedNeeded;

export const quarterDays = 91;

/** Within how many days after an action a deal's move is tallied. */
export const daysToMove = 14;

/** Complete quarters that are looked at: three years, of which the first only say where people stood. */
export const quartersLookedAt = 12;
