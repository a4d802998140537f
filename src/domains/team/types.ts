import type { Money } from '../../kernel/money.ts';
import type { Period } from '../../kernel/period.ts';
import type { CategoryTotal, Coverage, PeriodForecast } from '../forecast/index.ts';
import type { Distribution, Participation, PersonStanding, RollUp, TargetMismatch } from '../quota/index.ts';

/** A team, or the whole company, with everybody below it. */
export interface GroupSummary {
  readonly name: string;
  /** 0 for the company, then one more for each level of teams. */
  readonly depth: number;
  readonly rollUp: RollUp;
  /** Null without anybody who carries a quota. */
  readonly participation: Participation | null;
  readonly distribution: Distribution | null;
  /** Null where the team has no quota of its own. */
  readonly mismatch: TargetMismatch | null;
  /** Those who stand directly in this team. */
  readonly members: readonly { readonly name: string; readonly standing: PersonStanding }[];
}

/** Where a company stands in a period: by team, and what is still to come. */
export interface Overview {
  readonly period: Period;
  readonly asOf: Date;
  readonly currency: string;
  /** The company first, then its teams, each before the teams below it. */
  readonly groups: readonly GroupSummary[];
  readonly forecast: PeriodForecast;
  readonly coverage: Coverage;
  readonly categories: readonly CategoryTotal[];
  readonly companyQuota: Money | null;
}
