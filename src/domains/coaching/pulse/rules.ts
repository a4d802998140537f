/** The pulse is asked only where ops has switched it on, and only of people who have said yes. */
export const pulseIsOnUnlessChosen = false;

/** From how many answers a group's word is published. */
export const answersForWord = 8;

/** The highest score; the lowest is 1. That there are five is what makes the bound 11 : 1 (`swapScore`). */
export const highestScore = 5;

/** Draws are whole numbers from 0 to one less, each as likely: a third of them swap, evenly over the scores. */
export const swapDraws = 3 * highestScore;
