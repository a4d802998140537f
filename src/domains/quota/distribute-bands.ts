import { compareRatios, multiplyRatios, ratio, sumRatios } from '../../kernel/ratio.ts';
import type { Ratio } from '../../kernel/ratio.ts';
import { err, ok } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import { measureQuantile } from './measure-quantile.ts';

export type AttainmentBand = 'under50' | '50to80' | '80to100' | '100to120' | 'over120';

export interface Distribution {
  /** How many are in each band, from the lowest. A limit belongs to the upper band, but 120 % to the lower. */
  readonly bands: readonly { readonly band: AttainmentBand; readonly count: number; readonly share: Ratio }[];
  readonly median: Ratio;
  readonly mean: Ratio;
  readonly p10: Ratio;
  readonly p90: Ratio;
}

const bandNames: readonly AttainmentBand[] = ['under50', '50to80', '80to100', '100to120', 'over120'];

/** How the attainments of quota carriers spread. The mean is that of persons, not the attainment of their sum. */
export function distributeBands(attainments: readonly Ratio[]): Result<Distribution, 'noCarriers'> {
  if (attainments.length === 0) return err('noCarriers');
  const perPerson = ratio(1, attainments.length);
  return ok({
    bands: bandNames.map((band) => {
      const count = attainments.filter((attainment) => bandOf(attainment) === band).length;
      return { band, count, share: ratio(count, attainments.length) };
    }),
    median: measureQuantile(attainments, ratio(1, 2)),
    mean: multiplyRatios(sumRatios(attainments), perPerson),
    p10: measureQuantile(attainments, ratio(1, 10)),
    p90: measureQuantile(attainments, ratio(9, 10)),
  });
}

function bandOf(attainment: Ratio): AttainmentBand {
  const isUnder = (percent: number) => compareRatios(attainment, ratio(percent, 100)) < 0;
  if (isUnder(50)) return 'under50';
  if (isUnder(80)) return '50to80';
  if (isUnder(100)) return '80to100';
  return compareRatios(attainment, ratio(120, 100)) <= 0 ? '100to120' : 'over120';
}
