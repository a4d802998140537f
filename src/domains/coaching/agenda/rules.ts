/** What a threshold counts. */
export type ThresholdUnit = 'days' | 'percent' | 'times' | 'reasons';

export interface AgendaRule {
  /** Why a line is there, in plain words; `#` stands for the threshold. */
  readonly words: string;
  /** Null where the rule has nothing to tune. Whole numbers, both ends allowed. */
  readonly threshold: {
    readonly unit: ThresholdUnit;
    readonly normally: number;
    readonly least: number;
    readonly most: number;
  } | null;
  readonly isOnUnlessChosen: boolean;
}

const of = (unit: ThresholdUnit, normally: number, least: number, most: number) => ({
  unit,
  normally,
  least,
  most,
});

/**
 * Every rule that can put a line on an agenda, the most pressing first: that is the order of the lines. Ops can switch
 * each and tune its threshold. What the rep adds is no rule; nobody can switch it off.
 */
export const agendaRules = {
  promiseNotKept: {
    words: 'Agreed, and more than # days past its day',
    threshold: of('days', 0, 0, 30),
    isOnUnlessChosen: true,
  },
  openAction: { words: 'Agreed, and still to come', threshold: null, isOnUnlessChosen: true },
  noteDisagreed: { words: 'A note was disagreed with', threshold: null, isOnUnlessChosen: true },
  coachingRequested: { words: 'A workflow asked for coaching', threshold: null, isOnUnlessChosen: true },
  behindPace: {
    words: 'On pace for less than # % of the quota',
    threshold: of('percent', 90, 50, 100),
    isOnUnlessChosen: true,
  },
  dealAtRisk: {
    words: 'The forecast gives # or more reasons to look at the deal',
    threshold: of('reasons', 2, 1, 5),
    isOnUnlessChosen: true,
  },
  closeDatePushed: {
    words: 'The close date moved back # or more times',
    threshold: of('times', 2, 1, 10),
    isOnUnlessChosen: true,
  },
  noNextStep: {
    words: 'Closes within # days, and no next step is planned',
    threshold: of('days', 30, 7, 120),
    isOnUnlessChosen: true,
  },
  staleDeal: {
    words: 'Nothing happened for # days or more',
    threshold: of('days', 21, 5, 120),
    isOnUnlessChosen: true,
  },
  dealWon: {
    words: 'Won since the last 1:1, or in the last # days',
    threshold: of('days', 30, 7, 92),
    isOnUnlessChosen: true,
  },
  quotaReached: {
    words: 'At # % of the quota or more',
    threshold: of('percent', 100, 80, 150),
    isOnUnlessChosen: true,
  },
  lowestSkill: { words: 'The lowest skill in the latest scoring', threshold: null, isOnUnlessChosen: true },
} as const satisfies Readonly<Record<string, AgendaRule>>;

export type AgendaRuleId = keyof typeof agendaRules;

/** At most so many lines that rules have raised, beside promises, wins and the one skill. */
export const mostLines = 5;

/** Of them at most so many from workflows, one of which may be enrolled on every deal. The others wait for the 1:1 after. */
export const mostRequests = 2;
