import type { Period } from '../../kernel/period.ts';
import type { CategoryTotal, Coverage, OpenDeal, PeriodForecast, WinEstimate } from '../forecast/index.ts';
import type {
  Distribution,
  Pace,
  Participation,
  PersonStanding,
  RollUp,
  TargetMismatch,
} from '../quota/index.ts';

/** An open deal with its chance to be won by the end of the period. */
export interface ExpectedDeal {
  readonly deal: Pick<OpenDeal, 'ownerId' | 'closeAt' | 'amount' | 'forecastCategory'> & {
    readonly id: string;
  };
  readonly estimate: WinEstimate;
}

/** What is still to come for a person or a group. */
export interface Outlook {
  /** Null without a quota. */
  readonly pace: Pace | null;
  readonly forecast: PeriodForecast;
  readonly coverage: Coverage;
}

export interface PersonSummary {
  readonly ownerId: string;
  readonly name: string;
  readonly teamId: string | null;
  readonly standing: PersonStanding;
  readonly outlook: Outlook;
}

/** A team, or everybody, with all people below it. */
export interface GroupSummary {
  /** Null for everybody together. */
  readonly teamId: string | null;
  readonly name: string;
  /** 0 for everybody together, then one more for each level of teams. */
  readonly depth: number;
  readonly rollUp: RollUp;
  readonly outlook: Outlook;
  /** Null without anybody who carries a quota. */
  readonly participation: Participation | null;
  readonly distribution: Distribution | null;
  /** Null where the team has no quota of its own. */
  readonly mismatch: TargetMismatch | null;
  /** Those who stand directly in this team. */
  readonly members: readonly PersonSummary[];
  /** Everybody in it and below. */
  readonly ownerIds: readonly string[];
  /** How many people the team has whom the viewer may not see; its figures are without them. */
  readonly unseen: number;
}

/** Where a company stands in a period: by team, and what is still to come. */
export interface Overview {
  readonly period: Period;
  readonly asOf: Date;
  readonly currency: string;
  /** Everybody first, then the teams, each before the teams below it. */
  readonly groups: readonly GroupSummary[];
  readonly people: readonly PersonSummary[];
  /** Those of them in no team. */
  readonly teamless: readonly PersonSummary[];
  readonly categories: readonly CategoryTotal[];
  readonly open: readonly ExpectedDeal[];
  /** How many closed deals of the portal the chances of open ones were learned from. */
  readonly closedDeals: number;
}
