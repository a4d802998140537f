import type { HistoricDeal } from '../../../src/domains/forecast/types.ts';
import { deal } from './histories.ts';

/** What happens to a deal on a day, by its stage and the days it has been in it. */
export interface DailyChances {
  readonly win: number;
  readonly lose: number;
  /** To the offer stage; an offer stays one. */
  readonly advance: number;
}

export interface SyntheticCompany {
  readonly seed: number;
  readonly deals: number;
  /** Deals are created evenly over so many days, and none is followed any further. */
  readonly days: number;
  readonly chances: (stageId: string, age: number) => DailyChances;
}

/** A history in which nothing but stage and age decides, the same for the same seed. */
export function simulateCompany({ seed, deals, days, chances }: SyntheticCompany): HistoricDeal[] {
  const random = randomNumbers(seed);
  return Array.from({ length: deals }, () => {
    const stages: [string, number][] = [['demo', random() * days]];
    for (let now = stages[0]![1]; now < days; now += 1) {
      const [stageId, since] = stages.at(-1)!;
      const { win, lose, advance } = chances(stageId, Math.round(now - since));
      const drawn = random();
      if (drawn < win) return deal(stages, 'won', now + 1);
      if (drawn < win + lose) return deal(stages, 'lost', now + 1);
      if (drawn < win + lose + advance) stages.push(['offer', now + 1]);
    }
    return deal(stages);
  });
}

/** A linear congruential generator (Numerical Recipes): tests need the same numbers every time, not good ones. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
