import type { Segment } from './roster.ts';

interface SegmentFigures {
  /** Quarterly quota in company currency. */
  readonly quota: number;
  /** Deals won a quarter by a rep who is fully ramped. */
  readonly wins: number;
  /** Median days from creation to a win. */
  readonly cycleDays: number;
  /** List price of a licence a year, in the deal's own currency. */
  readonly licencePrice: number;
}

export const SEGMENTS: Readonly<Record<Segment, SegmentFigures>> = {
  enterprise: { quota: 440_000, wins: 3.4, cycleDays: 76, licencePrice: 480 },
  midMarket: { quota: 210_000, wins: 4.4, cycleDays: 54, licencePrice: 540 },
  commercial: { quota: 90_000, wins: 6.2, cycleDays: 36, licencePrice: 600 },
};
