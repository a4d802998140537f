import type { HomeTeamView } from '../../contract/index.ts';
import { inWholePercent } from '../quota-forecast/index.ts';
import type { Participation } from '../quota/index.ts';
import type { GroupSummary } from '../team/index.ts';

const labels = {
  under50: 'under 50 %',
  '50to80': '50 to 80 %',
  '80to100': '80 to 100 %',
  '100to120': '100 to 120 %',
  over120: 'over 120 %',
} as const;

/** How the people who carry a quota spread: the median beside the mean, and how many are in each band. */
export function describeSpread({
  participation,
  distribution,
}: Pick<GroupSummary, 'participation' | 'distribution'>): Pick<
  HomeTeamView,
  'participation' | 'spread' | 'bands'
> {
  return {
    participation: participation && describeParticipation(participation),
    spread:
      distribution &&
      `Median ${inWholePercent(distribution.median).text}, mean ${inWholePercent(distribution.mean).text}`,
    bands: (distribution?.bands ?? []).map(({ band, count }) => ({ label: labels[band], people: count })),
  };
}

export function describeParticipation({ atQuota, carriers }: Participation): string {
  return `${atQuota.count} of ${carriers} at quota`;
}
