import { compareRatios, oneRatio, ratio } from '../../kernel/ratio.ts';
import type { Ratio } from '../../kernel/ratio.ts';
import { err, ok } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import type { Standing } from './types.ts';

/** Two senses of one word; a screen names the one it shows. */
export interface Participation {
  readonly carriers: number;
  /** Carriers at or above their quota / all carriers. */
  readonly atQuota: { readonly count: number; readonly share: Ratio };
  /** Carriers with credit above zero / all carriers. */
  readonly withCredit: { readonly count: number; readonly share: Ratio };
}

/** Participation among those who carry a quota; ramping reps count, against their reduced quota. */
export function measureParticipation(standings: readonly Standing[]): Result<Participation, 'noCarriers'> {
  if (standings.length === 0) return err('noCarriers');
  const measure = (takesPart: (standing: Standing) => boolean) => {
    const count = standings.filter(takesPart).length;
    return { count, share: ratio(count, standings.length) };
  };
  return ok({
    carriers: standings.length,
    atQuota: measure(({ attainment }) => compareRatios(attainment, oneRatio) >= 0),
    withCredit: measure(({ credited }) => credited.minor > 0),
  });
}
