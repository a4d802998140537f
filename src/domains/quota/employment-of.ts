import type { Employment } from './prorate-quota.ts';
import type { Person } from './store.ts';

/** What of a person's settings bears on the quota. */
export function employmentOf({ startsOn, endsOn, rampMonths }: Person): Employment {
  return { startDate: startsOn, endDate: endsOn, rampMonths };
}
