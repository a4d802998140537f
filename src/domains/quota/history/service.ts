import type { Kysely } from 'kysely';
import type { Period } from '../../../kernel/period.ts';
import { calendarOf, type Portal } from '../../../kernel/portal.ts';
import type { Tables } from '../../../store/index.ts';
import { employmentOf } from '../employment-of.ts';
import { groupQuotas } from '../group-quotas.ts';
import { listQuotaKeys } from '../list-quota-keys.ts';
import { forPortal } from '../store.ts';
import { forPortal as sumsOf } from '../sums/store.ts';
import { creditPeriods, traceAttainment } from '../trace-attainment.ts';

/** Everybody's attainment in each of these quarters, whoever has left included: three statements, however many people. */
export async function measureQuarters(
  db: Kysely<Tables>,
  portal: Portal,
  quarters: readonly Period[],
): Promise<Map<string, (number | null)[]>> {
  const calendar = calendarOf(portal);
  const { companyCurrency: currency, periodKind } = portal;
  const store = forPortal(db, portal.id);
  const quotaKeys = [...new Set(quarters.flatMap((quarter) => listQuotaKeys(calendar, quarter)))];
  const creditKeys = quarters.flatMap((quarter) =>
    creditPeriods(calendar, quarter, periodKind).map(({ key }) => key),
  );
  const people = await store.listPeople();
  return traceAttainment({
    people: new Map(people.map((person) => [person.ownerId, employmentOf(person)])),
    quarters,
    quotas: groupQuotas(await store.listQuotas(quotaKeys), 'rep', currency),
    credits: await sumsOf(db, portal.id).sumByPipeline(creditKeys, currency),
    uncountedPipelineIds: portal.uncountedPipelineIds,
    calendar,
    periodKind,
    currency,
  });
}
