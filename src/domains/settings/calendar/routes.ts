import { calendarPreview, calendarRequest, calendarView, nothing } from '../../../contract/index.ts';
import { signedRoute, type SignedRoute } from '../../../http/index.ts';
import type { CalendarSettings } from './service.ts';

/** The fiscal calendar. */
export function calendarRoutes(calendar: CalendarSettings): SignedRoute[] {
  return [
    signedRoute({
      method: 'GET',
      audience: 'ops',
      path: '/settings/calendar',
      request: nothing,
      reply: calendarView,
      handle: (caller) => calendar.read(caller),
    }),
    signedRoute({
      method: 'GET',
      audience: 'ops',
      path: '/settings/calendar/preview',
      request: calendarRequest,
      reply: calendarPreview,
      handle: (caller, request) => calendar.preview(caller, request),
    }),
    signedRoute({
      method: 'POST',
      audience: 'ops',
      path: '/settings/calendar',
      request: calendarRequest,
      reply: calendarView,
      handle: (caller, request) => calendar.choose(caller, request),
    }),
  ];
}
