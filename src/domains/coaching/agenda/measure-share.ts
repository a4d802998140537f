import { money } from '../../../kernel/money.ts';
import { periodAt, type FiscalCalendar } from '../../../kernel/period.ts';
import { calendarOf, type Portal } from '../../../kernel/portal.ts';
import { employmentOf, groupQuotas, measurePace, measurePerson, type Person } from '../../quota/index.ts';
import type { PairFacts } from './pair-facts.ts';
import type { AgendaFacts } from './types.ts';

/** Where a rep stands against the quota of the present period, and on pace for by working day; null without a quota. */
export function measureShare(
  portal: Portal,
  person: Person,
  { quotas, credits }: Pick<PairFacts, 'quotas' | 'credits'>,
  now: Date,
): AgendaFacts['attainment'] {
  const calendar: FiscalCalendar = calendarOf(portal);
  const period = periodAt(calendar, portal.periodKind, now);
  const currency = portal.companyCurrency;
  const { attainment } = measurePerson({
    employment: employmentOf(person),
    quotas: groupQuotas(quotas, 'rep', currency).get(person.ownerId) ?? [],
    credits: credits.map(({ amountMinor, ...credit }) => ({
      ...credit,
      amount: money(amountMinor, currency),
    })),
    exclusions: [],
    uncountedPipelineIds: portal.uncountedPipelineIds,
    calendar,
    period,
    currency,
  });
  if (!attainment.standing.ok) return null;
  const { credited, quota, attainment: share } = attainment.standing.value;
  const pace = measurePace({ credited, quota, calendar, period, now, seasonality: null });
  return { share, projected: pace.workingDay?.attainment ?? null };
}
