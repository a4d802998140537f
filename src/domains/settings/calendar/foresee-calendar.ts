import type { CalendarPreview } from '../../../contract/index.ts';
import { periodFromKey, type FiscalCalendar, type PeriodKind } from '../../../kernel/period.ts';
import { countNoun } from '../../../kernel/count-noun.ts';
import { namePeriod, namePeriods } from './name-periods.ts';

export interface CalendarChoice {
  readonly calendar: FiscalCalendar;
  readonly kind: PeriodKind;
}

/** What another fiscal calendar or another kind of period would change; keys are those of all quotas there are. */
export function foreseeCalendar({
  before,
  after,
  now,
  deals,
  quotaKeys,
}: {
  readonly before: CalendarChoice;
  readonly after: CalendarChoice;
  readonly now: Date;
  readonly deals: number;
  readonly quotaKeys: readonly string[];
}): CalendarPreview {
  const isChange = before.kind !== after.kind || before.calendar.startMonth !== after.calendar.startMonth;
  return {
    isChange,
    before: namePeriods(before.calendar, before.kind, now),
    after: namePeriods(after.calendar, after.kind, now),
    consequences: isChange
      ? [
          `${countNoun(deals, 'deal')} ${deals === 1 ? 'is' : 'are'} read and credited anew; until that is done cards say that Sideline is still reading.`,
          ...describeQuotas(before.calendar, after.calendar, quotaKeys),
        ]
      : [],
  };
}

/** Quotas are kept by the names of their periods, months apart: another first month gives the same name other days. */
function describeQuotas(before: FiscalCalendar, after: FiscalCalendar, keys: readonly string[]): string[] {
  const moved = keys.filter(
    (key) => periodFromKey(before, key).start.getTime() !== periodFromKey(after, key).start.getTime(),
  );
  const [example] = moved.toSorted().toReversed();
  if (example === undefined) return [];
  const { label, first, last } = namePeriod(periodFromKey(after, example), after);
  return [
    `${countNoun(moved.length, 'quota')} ${moved.length === 1 ? 'keeps its name' : 'keep their names'} and ${moved.length === 1 ? 'means' : 'mean'} other days: ${label} will be ${first} to ${last}. Check the quotas afterwards.`,
  ];
}
