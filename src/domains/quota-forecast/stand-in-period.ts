import { money } from '../../kernel/money.ts';
import type { Period } from '../../kernel/period.ts';
import { calendarOf } from '../../kernel/portal.ts';
import {
  employmentOf,
  measurePerson,
  type CountedCredit,
  type Person,
  type PersonStanding,
} from '../quota/index.ts';
import type { Scene } from './scene.ts';

/** Where a person of the scene stands in the present period or a later one; whoever never had credit has none. */
export function standInPeriod(
  { portal, knowledge, credit }: Pick<Scene, 'portal' | 'knowledge' | 'credit'>,
  person: Person,
  period: Period,
): PersonStanding<CountedCredit> {
  const { ownerId } = person;
  const currency = portal.companyCurrency;
  const own = credit.get(ownerId);
  return measurePerson({
    employment: employmentOf(person),
    quotas: knowledge.quotas.get(ownerId) ?? [],
    credits: (own?.credits ?? []).flatMap(({ amountMinor, ...summed }) =>
      summed.periodKey === period.key ? [{ ...summed, amount: money(amountMinor, currency) }] : [],
    ),
    exclusions: own?.exclusions ?? [],
    uncountedPipelineIds: portal.uncountedPipelineIds,
    calendar: calendarOf(portal),
    period,
    currency,
  });
}
