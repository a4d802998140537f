import type { Funnel } from './funnels.ts';
import type { Rep } from './make-people.ts';

/** What becomes of a deal, settled before its history is told; it may close after today. */
export interface DealPlan {
  readonly rep: Rep;
  readonly funnel: Funnel;
  readonly won: boolean;
  readonly createdAt: number;
  readonly closedAt: number;
  /** Company currency. */
  readonly amount: number;
}
