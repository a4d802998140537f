import type { ImpactMetric } from '../../../contract/index.ts';

interface MetricWords {
  readonly id: ImpactMetric;
  readonly title: string;
  /** Within a sentence. */
  readonly name: string;
  readonly sentence: string;
}

/** What coaching may be judged by. Both are shares, so that differences are points of a hundred. */
export const impactMetrics: readonly MetricWords[] = [
  {
    id: 'attainment',
    title: 'Attainment',
    name: 'attainment',
    sentence: 'Won credit as a share of the quota of the quarter. Needs quotas for four quarters and more.',
  },
  {
    id: 'winRate',
    title: 'Win rate',
    name: 'win rate',
    sentence: 'Deals won of all that were closed in the quarter. Swings widely where people close few deals.',
  },
];
