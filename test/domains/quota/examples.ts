import { money } from '../../../src/kernel/money.ts';
import { periodFromKey } from '../../../src/kernel/period.ts';
import type { FiscalCalendar } from '../../../src/kernel/period.ts';
import { compareToQuota } from '../../../src/domains/quota/compare-to-quota.ts';
import type { Credit, DealState, Standing } from '../../../src/domains/quota/types.ts';

/** Fiscal quarters as in the calendar, days as in Berlin. */
export const berlin: FiscalCalendar = { timeZone: 'Europe/Berlin', startMonth: 1 };

/** 1 October to 31 December 2026: 66 working days, 22 + 21 + 23. */
export const q4 = periodFromKey(berlin, '2026-Q4');
export const q1 = periodFromKey(berlin, '2027-Q1');

/** Whole euros. */
export const eur = (amount: number) => money(Math.round(amount * 100), 'EUR');
export const at = (local: string) => new Date(`${local}+01:00`);

/** A deal of 24,000 EUR of Ana's, open, expected on 15 December. */
export function openDeal(change: Partial<DealState> = {}): DealState {
  return {
    dealId: '1',
    pipelineId: 'default',
    ownerId: 'ana',
    amount: eur(24_000),
    closeAt: at('2026-12-15T12:00'),
    isWon: false,
    wonEnteredAt: null,
    wonExitedAt: null,
    splits: [],
    ...change,
  };
}

export function wonDeal(change: Partial<DealState> = {}): DealState {
  return openDeal({
    isWon: true,
    closeAt: at('2026-11-10T12:00'),
    wonEnteredAt: at('2026-11-10T12:00'),
    ...change,
  });
}

/** Primary credit of Ana's in Q4 2026. */
export function credit(change: Partial<Credit> = {}): Credit {
  return {
    dealId: '1',
    pipelineId: 'default',
    ownerId: 'ana',
    periodKey: '2026-Q4',
    amount: eur(10_000),
    at: at('2026-11-10T12:00'),
    kind: 'won',
    track: 'primary',
    ...change,
  };
}

export function standing(credited: number, quota: number): Standing {
  const measured = compareToQuota(eur(credited), eur(quota));
  if (!measured.ok) throw new RangeError('an example needs a quota above zero');
  return measured.value;
}
