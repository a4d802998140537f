/** What the coaching of one deal comes to. */
export interface DealCoaching {
  /** The latest day, in the portal's zone, on which a note beside the deal was shared; null when never. */
  readonly lastCoachedOn: string | null;
  /** Actions of deal coaching beside the deal that are still open. */
  readonly openActions: number;
}

/** The deal properties that speak of coaching, each written only where ops have switched it on. */
export const coachingProperties = {
  lastCoachedOn: 'sideline_last_coached_on',
  openActions: 'sideline_open_actions',
} as const;

/** What they ought to show: a day and a count. A deal that was never coached shows neither, not a nought. */
export function describeCoachingProperties(coaching: DealCoaching | null): Record<string, string> {
  return {
    [coachingProperties.lastCoachedOn]: coaching?.lastCoachedOn ?? '',
    [coachingProperties.openActions]: coaching === null ? '' : String(coaching.openActions),
  };
}
