import type { EstimatedWin } from '../../../src/domains/forecast/types.ts';
import { ratio } from '../../../src/kernel/ratio.ts';

/** 38 means 38 %: 15 of 40 deals that had been in the stage for 21 days, 37 days before the period's end. */
export function estimated(percent: number, changes: Partial<EstimatedWin> = {}): EstimatedWin {
  return {
    kind: 'estimated',
    probability: ratio(percent, 100),
    basis: 'cells',
    horizonDays: 37,
    evidence: { won: 15, known: 40, running: 0, fromDay: 21, stage: { won: 60, known: 200, running: 0 } },
    closedDeals: 640,
    ...changes,
  };
}
