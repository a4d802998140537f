import fc from 'fast-check';
import { countWins } from '../../../src/domains/forecast/count-wins.ts';
import { fitStageAgeCells } from '../../../src/domains/forecast/fit-stage-age-cells.ts';
import { rateDealsLikeThis } from '../../../src/domains/forecast/rate-deals-like-this.ts';
import type { WatchedDeals } from '../../../src/domains/forecast/types.ts';
import { anyHistory, closedStages, day } from './histories.ts';

test('a mixed rate lies between the rates of the cell, its stage and all stages', () => {
  fc.assert(
    fc.property(
      anyHistory,
      fc.integer({ min: 0, max: 200 }),
      fc.integer({ min: 1, max: 366 }),
      (deals, age, horizonDays) => {
        const fitted = fitStageAgeCells({ deals, closedStages, now: day(400) });
        const model = { ...fitted, basis: 'shrunken' } as const;
        const answer = rateDealsLikeThis({ model, stageId: 'demo', age, horizonDays });
        if (answer === null) return;
        const cells = model.stages['demo'] ?? [];
        const cell = cells.find(({ fromDay }) => fromDay === answer.evidence.fromDay);
        const rates = [cell, cells[0], model.everyStage]
          .filter((watched): watched is WatchedDeals => watched !== undefined && watched.total > 0)
          .map((watched) => countWins(watched, horizonDays).share);
        expect(answer.rate).toBeGreaterThanOrEqual(Math.min(...rates) - 1e-12);
        expect(answer.rate).toBeLessThanOrEqual(Math.max(...rates) + 1e-12);
      },
    ),
  );
});
