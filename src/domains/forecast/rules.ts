/** From how many closed deals on the portal's history is asked at all. Below, the chance of any cell is mostly noise. */
export const closedDealsForHistory = 50;

/** From how many closed deals on the counts stand as they are, without being pulled towards the stage. */
export const closedDealsForCells = 200;

/**
 * A cell needs this many deals as evidence to speak for itself: then one deal more or less moves it by at most 5 points. With fewer,
 * the deals of the same stage at a younger age are asked, since every deal of the cell was among them once.
 */
export const dealsForCell = 20;

/**
 * A deal is evidence once it is closed or has been followed for so many days. One that came in yesterday and is still
 * open says nothing: twenty of them must not make a cell in which nobody wins. The same for every horizon, so that what
 * a cell weighs does not change with the question.
 */
export const daysToBeEvidence = 31;

/**
 * How many deals at the stage's rate are mixed into a cell. With rates near a quarter, ten deals say that cells of one
 * stage differ from it by about 13 points (square root of .25 x .75 / 11), the middle of what sales histories show.
 */
export const cellPriorDeals = 10;

/** How many deals at the portal's rate are mixed into a stage: twice as many, because every stage has more history. */
export const stagePriorDeals = 20;

/** For how many days deals are watched: the longest period is a year. */
export const watchedDays = 366;

/** Ages within a stage, in days, at which deals are counted: each day of the first week, then steps of about a fifth. */
export const cellAges = [
  0, 1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 14, 17, 21, 25, 30, 36, 43, 52, 62, 75, 90, 108, 130, 156, 187, 224, 269,
  323, 387,
] as const;

export const dayMilliseconds = 86_400_000;

/** Days without any activity from which on a deal is worth a question: three weeks, a week more than most meetings lie apart. Convention. */
export const quietDaysAtRisk = 21;

/** How often a close date moves back before it is no accident. Convention. */
export const pushesAtRisk = 2;
