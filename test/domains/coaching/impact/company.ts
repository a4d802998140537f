import type { RepHistory } from '../../../../src/domains/coaching/impact/types.ts';
import { seedRandom } from '../../../../src/sandbox/company/random.ts';

/** How managers choose whom to coach: by the quarter just before, by the year before with an eye of their own, or by lot. */
export type Choice = 'worstQuarter' | 'worstYear' | 'byLot';

export interface CompanyShape {
  readonly reps: number;
  readonly choice: Choice;
  /** What coaching truly adds, and how much that differs from rep to rep. */
  readonly effect: number;
  readonly effectSpread?: number;
  /** How much of a quarter's luck lasts into the next. */
  readonly lingering?: number;
  /** Quarters in which coaching begins; the coached are spread over them. */
  readonly starts?: readonly number[];
}

/** Invented quarters of attainment: each rep with a level and a trend of their own, luck, and a market that moves all. */
export function inventCompanies(seed: number): (shape: CompanyShape) => RepHistory[] {
  const random = seedRandom(seed);
  return ({ reps, choice, effect, effectSpread = 0, lingering = 0, starts = [4] }) => {
    const quarters = Math.max(...starts) + 2;
    const market = Array.from({ length: quarters }, () => 0.1 * random.normal());
    const people = Array.from({ length: reps }, () => {
      const level = 0.9 + 0.2 * random.normal();
      const trend = 0.02 * random.normal();
      let luck = 0.2 * random.normal();
      return market.map((tide, quarter) => {
        if (quarter > 0) luck = lingering * luck + Math.sqrt(1 - lingering ** 2) * 0.2 * random.normal();
        return level + trend * quarter + luck + tide;
      });
    });
    const startOf = new Map<number, number>();
    for (const start of starts) {
      const standing = people
        .map((values, rep) => ({ rep, at: regard(values.slice(start - 4, start)) }))
        .filter(({ rep }) => !startOf.has(rep))
        .sort((one, other) => one.at - other.at);
      for (const { rep } of standing.slice(0, Math.round((0.3 * reps) / starts.length)))
        startOf.set(rep, start);
    }
    return people.map((values, rep) => {
      const start = startOf.get(rep) ?? null;
      const gain = effect + effectSpread * random.normal();
      return {
        repId: `rep-${rep}`,
        meetings: values.map((_value, quarter) => (start !== null && quarter >= start ? 3 : 0)),
        values: values.map((value, quarter) => value + (start !== null && quarter > start ? gain : 0)),
      };
    });

    function regard(before: readonly number[]): number {
      if (choice === 'byLot') return random.next();
      if (choice === 'worstQuarter') return before.at(-1)!;
      return before.reduce((sum, value) => sum + value, 0) / before.length + 0.05 * random.normal();
    }
  };
}
