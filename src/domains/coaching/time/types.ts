import type { LocalDate } from '../../../kernel/period.ts';
import type { Ratio } from '../../../kernel/ratio.ts';

export interface CoachingSession {
  readonly on: LocalDate;
  readonly minutes: number;
  readonly kind: 'deal' | 'skill';
}

/** How much of a manager's week coaching should take. A policy that ops sets, not a norm: measured averages are near a fifth. */
export interface TimePolicy {
  /** The manager's working week, in hours. */
  readonly weekHours: number;
  /** In whole percent of the week. */
  readonly percent: number;
}

export interface CoachingTimeQuestion {
  readonly sessions: readonly CoachingSession[];
  /** The first day on which time was recorded at all. */
  readonly recordedSince: LocalDate;
  /** Weeks that end by this day count: today, or the end of the quarter that a director sees. */
  readonly until: LocalDate;
  readonly reps: number;
  readonly policy: TimePolicy;
}

export type CoachingTime =
  | { readonly kind: 'noReps' }
  | { readonly kind: 'tooEarly'; readonly weeks: number; readonly weeksMissing: number }
  | {
      readonly kind: 'measured';
      /** Hours a rep and week: the median of the last complete weeks, up to 13. */
      readonly hoursPerRep: Ratio;
      readonly weeks: number;
      /** Of the hours in these weeks; null where there were none. */
      readonly split: { readonly deal: Ratio; readonly skill: Ratio } | null;
      /** The policy in the same unit. */
      readonly policyHoursPerRep: Ratio;
      /** The median plus a tenth, at most the policy; null where the policy is met, and where nothing was done to add a tenth to. */
      readonly nextStep: Ratio | null;
    };
