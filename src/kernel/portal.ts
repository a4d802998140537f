import type { FiscalCalendar } from './period.ts';

/** Who may read attainment from HubSpot's properties, where everybody who sees a deal can read them. */
export type SharingLevel = 'everyone' | 'team' | 'cards';

/** A connected HubSpot account, and what its ops chose for it. */
export interface Portal {
  readonly id: number;
  readonly name: string;
  readonly timeZone: string;
  readonly companyCurrency: string;
  readonly connected: boolean;
  /** The HubSpot user who installed Sideline: the first of ops. */
  readonly installedBy: string;
  readonly scopes: readonly string[];
  readonly sharingLevel: SharingLevel;
  /** Nothing is written to a portal before its ops have seen the plan and said so. */
  readonly mayWriteBack: boolean;
  readonly periodKind: 'month' | 'quarter';
  readonly fiscalStartMonth: number;
  /** Their deals count towards no quota but those that name them. */
  readonly uncountedPipelineIds: readonly string[];
  /** When the first pull was complete; null while cards have nothing to show yet. */
  readonly readyAt: Date | null;
}

export function calendarOf(portal: Pick<Portal, 'timeZone' | 'fiscalStartMonth'>): FiscalCalendar {
  return { timeZone: portal.timeZone, startMonth: portal.fiscalStartMonth };
}
