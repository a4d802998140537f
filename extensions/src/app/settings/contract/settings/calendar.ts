// Generated from src/contract/settings/calendar.ts by `npm run generate`: edit it there.
import * as z from 'zod/mini';

const periodKind = z.enum(['month', 'quarter']);
/** In a query numbers are text; in a body they may be either. */
const startMonth = z.coerce.number().check(z.int(), z.gte(1), z.lte(12));

/** "Q4 2026": 1 Oct 2026 to 31 Dec 2026. */
const namedPeriod = z.strictObject({ label: z.string(), first: z.iso.date(), last: z.iso.date() });

export const calendarRequest = z.strictObject({ periodKind, fiscalStartMonth: startMonth });
export type CalendarRequest = z.infer<typeof calendarRequest>;

export const calendarView = z.strictObject({
  periodKind,
  /** 1 to 12. */
  fiscalStartMonth: z.number(),
  current: namedPeriod,
  /** HubSpot's own, changed there. */
  timeZone: z.string(),
  currency: z.string(),
  /** Where these two are changed. */
  hubspotNote: z.string(),
});
export type CalendarView = z.infer<typeof calendarView>;

export const calendarPreview = z.strictObject({
  isChange: z.boolean(),
  /** The present period and the three after it, as they are and as they would be. */
  before: z.array(namedPeriod),
  after: z.array(namedPeriod),
  /** What follows: "Every deal is credited anew", "12 quotas keep their names: Q4 2026 will mean 1 Apr to 30 Jun." */
  consequences: z.array(z.string()),
});
export type CalendarPreview = z.infer<typeof calendarPreview>;
