import { auditOf } from '../../../access/index.ts';
import type { CalendarPreview, CalendarRequest, CalendarView } from '../../../contract/index.ts';
import type { Caller, Refusal } from '../../../http/index.ts';
import { forPortal as installOf } from '../../../install/index.ts';
import { periodAt } from '../../../kernel/period.ts';
import { calendarOf, type Portal } from '../../../kernel/portal.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import { dealsOf } from '../../../mirror/index.ts';
import { inTransaction } from '../../../store/index.ts';
import type { SettingsDependencies } from '../dependencies.ts';
import { foreseeCalendar } from './foresee-calendar.ts';
import { namePeriod } from './name-periods.ts';
import { forPortal } from './store.ts';

export interface CalendarSettings {
  read(caller: Caller): Promise<Result<CalendarView, Refusal>>;
  /** What another choice would change; changes nothing. */
  preview(caller: Caller, request: CalendarRequest): Promise<Result<CalendarPreview, Refusal>>;
  choose(caller: Caller, request: CalendarRequest): Promise<Result<CalendarView, Refusal>>;
}

/** How the portal divides time. */
export function createCalendarSettings(deps: SettingsDependencies): CalendarSettings {
  const view = (portal: Portal): CalendarView => {
    const calendar = calendarOf(portal);
    return {
      periodKind: portal.periodKind,
      fiscalStartMonth: portal.fiscalStartMonth,
      current: namePeriod(periodAt(calendar, portal.periodKind, deps.clock.now()), calendar),
      timeZone: portal.timeZone,
      currency: portal.companyCurrency,
      hubspotNote:
        'Time zone and company currency are those of your HubSpot account. Change them there, and Sideline follows within a day.',
    };
  };

  return {
    read: ({ portal }) => Promise.resolve(ok(view(portal))),

    async preview({ portal }, { periodKind, fiscalStartMonth }) {
      const { all: deals } = await dealsOf(deps.db, portal.id).countDeals();
      return ok(
        foreseeCalendar({
          before: { calendar: calendarOf(portal), kind: portal.periodKind },
          after: { calendar: calendarOf({ ...portal, fiscalStartMonth }), kind: periodKind },
          now: deps.clock.now(),
          deals,
          quotaKeys: await forPortal(deps.db, portal.id).listStatedKeys(),
        }),
      );
    },

    async choose({ portal, userId }, { periodKind, fiscalStartMonth }) {
      if (periodKind === portal.periodKind && fiscalStartMonth === portal.fiscalStartMonth)
        return ok(view(portal));
      await inTransaction(deps.db, async (trx) => {
        await installOf(trx, portal.id).choose({ periodKind, fiscalStartMonth });
        await auditOf(trx, portal.id).add({
          at: deps.realClock.now(),
          userId,
          action: 'choose calendar',
          details: { periodKind, fiscalStartMonth },
        });
      });
      await deps.queue.send('pull-portal', { portalId: portal.id });
      return ok(view({ ...portal, periodKind, fiscalStartMonth }));
    },
  };
}
