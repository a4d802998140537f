/** The metric by which a portal judges its coaching; without a row none has been chosen. */
export interface ImpactMetricTable {
  portal_id: number;
  /** `attainment` or `winRate`. */
  metric: string;
  /** A day, `YYYY-MM-DD`: only quarters that began after it count as results. */
  chosen_on: string;
}
