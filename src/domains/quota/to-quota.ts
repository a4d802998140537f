import { money } from '../../kernel/money.ts';
import type { StoredQuota } from './store.ts';
import type { Quota } from './types.ts';

/** A stored quota as the formulas take it. */
export function toQuota(stored: StoredQuota, currency: string): Quota {
  const { pipelineIds, periodKey, source, amountMinor } = stored;
  return { pipelineIds, periodKey, source, amount: money(amountMinor, currency) };
}
