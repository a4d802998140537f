import { parseMoney } from '../../kernel/money.ts';
import { periodAt, type FiscalCalendar, type PeriodKind } from '../../kernel/period.ts';
import { err, ok, type Result } from '../../kernel/result.ts';
import type { StoredQuota } from './store.ts';

/** HubSpot's goal record: one assignee, one period. */
export interface GoalRecord {
  readonly id: string;
  readonly properties: Readonly<Record<string, string | null>>;
}

/** Why a goal of HubSpot's cannot serve as a quota. */
export interface UnusableGoal {
  readonly id: string;
  readonly reason: 'noAssignee' | 'noAmount' | 'noPeriod' | 'notRevenue' | 'otherCurrency';
}

/** What a goal may measure to be a quota of won revenue; HubSpot has goals of the same unit for pipeline created, too. */
const revenueProperties = [
  'amount',
  'amount_in_home_currency',
  'hs_closed_amount',
  'hs_closed_amount_in_home_currency',
];

const kindOf: Readonly<Record<string, PeriodKind>> = {
  monthly: 'month',
  quarterly: 'quarter',
  yearly: 'year',
};

/** Sorts HubSpot's goals into quotas and goals that are none: for calls or meetings, in another currency, weekly. */
export function readGoals(
  goals: readonly GoalRecord[],
  calendar: FiscalCalendar,
  companyCurrency: string,
): { readonly quotas: StoredQuota[]; readonly unusable: UnusableGoal[] } {
  const quotas: StoredQuota[] = [];
  const unusable: UnusableGoal[] = [];
  for (const goal of goals) {
    const read = readGoal(goal, calendar, companyCurrency);
    if (read.ok) quotas.push(read.value);
    else unusable.push({ id: goal.id, reason: read.failure });
  }
  return { quotas, unusable };
}

function readGoal(
  { properties }: GoalRecord,
  calendar: FiscalCalendar,
  companyCurrency: string,
): Result<StoredQuota, UnusableGoal['reason']> {
  const text = (name: string): string | null => properties[name] || null;
  if ((text('hs_kpi_unit_type') ?? 'currency') !== 'currency') return err('notRevenue');
  if (!revenueProperties.includes(text('hs_kpi_property_name') ?? 'amount')) return err('notRevenue');
  if ((text('hs_goal_target_currency_code') ?? companyCurrency) !== companyCurrency)
    return err('otherCurrency');
  const ownerId = text('hubspot_owner_id');
  const subjectId = ownerId ?? text('hs_assignee_team_id') ?? text('hubspot_team_id');
  if (subjectId === null) return err('noAssignee');
  const amount = parseMoney(text('hs_target_amount'), companyCurrency);
  if (amount === null) return err('noAmount');
  const periodKey = keyOf(text('hs_milestone'), text('hs_start_datetime'), text('hs_end_datetime'), calendar);
  if (periodKey === null) return err('noPeriod');
  const pipelines = text('hs_pipeline_ids');
  return ok({
    subjectKind: ownerId === null ? 'team' : 'rep',
    subjectId,
    pipelineIds: pipelines === null ? null : pipelines.split(';').filter((id) => id !== ''),
    periodKey,
    source: 'goal',
    amountMinor: amount.minor,
  });
}

/** The middle of the goal's time decides: its edges are given in UTC and may lie a day outside the portal's own. */
function keyOf(
  milestone: string | null,
  start: string | null,
  end: string | null,
  calendar: FiscalCalendar,
): string | null {
  const kind = kindOf[milestone ?? ''];
  const [from, until] = [Date.parse(start ?? ''), Date.parse(end ?? '')];
  if (!kind || Number.isNaN(from) || Number.isNaN(until)) return null;
  return periodAt(calendar, kind, new Date((from + until) / 2)).key;
}
