import fc from 'fast-check';
import { ratio } from '../../../src/kernel/ratio.ts';
import type { HistoricDeal, Pipelines } from '../../../src/domains/forecast/types.ts';

const dayMilliseconds = 86_400_000;

/** The instant `days` days into 2026. */
export function day(days: number): Date {
  return new Date(Date.UTC(2026, 0, 1) + days * dayMilliseconds);
}

/** A deal that entered the stages on the given days and was won, lost or is open. */
export function deal(
  stages: readonly (readonly [stageId: string, enteredOn: number])[],
  outcome: HistoricDeal['outcome'] = null,
  closedOn: number | null = null,
): HistoricDeal {
  return {
    outcome,
    closedAt: closedOn === null ? null : day(closedOn),
    stages: stages.map(([stageId, enteredOn]) => ({ stageId, enteredAt: day(enteredOn) })),
  };
}

export function times(count: number, one: HistoricDeal): HistoricDeal[] {
  return Array.from({ length: count }, () => one);
}

export const closedStages: ReadonlySet<string> = new Set(['won', 'lost']);

export const pipelines: Pipelines = new Map([
  [
    'sales',
    {
      id: 'sales',
      stages: [
        { id: 'demo', label: 'Demo', probability: ratio(20, 100), isClosed: false },
        { id: 'offer', label: 'Offer', probability: ratio(60, 100), isClosed: false },
        { id: 'won', label: 'Won', probability: ratio(1), isClosed: true },
        { id: 'lost', label: 'Lost', probability: ratio(0), isClosed: true },
      ],
    },
  ],
]);

/** Any history of the year up to day 400: demo, perhaps offer, perhaps back to demo, then won, lost or open. */
export const anyHistory: fc.Arbitrary<HistoricDeal[]> = fc.array(
  fc
    .record({
      created: fc.double({ min: -100, max: 400, noNaN: true }),
      steps: fc.array(fc.double({ min: 0, max: 120, noNaN: true }), { minLength: 1, maxLength: 4 }),
      outcome: fc.constantFrom('won' as const, 'lost' as const, null),
    })
    .map(({ created, steps, outcome }) => {
      let on = created;
      const stages = steps.map((length, index) => {
        const entry = [index % 2 === 0 ? 'demo' : 'offer', on] as const;
        on += length;
        return entry;
      });
      return deal(stages, outcome, outcome === null ? null : on);
    }),
  { maxLength: 300 },
);
