import { divideMoney, subtract } from '../../kernel/money.ts';
import type { Money } from '../../kernel/money.ts';
import { err, ok } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import type { QuotaAbsence, Standing } from './types.ts';

/** Attainment = credit / quota, gap = quota - credit. Of a quota of nothing no share can be taken. */
export function compareToQuota(credited: Money, quota: Money): Result<Standing, QuotaAbsence> {
  if (quota.minor <= 0) return err({ kind: 'zeroQuota' });
  return ok({ credited, quota, attainment: divideMoney(credited, quota), gap: subtract(quota, credited) });
}
