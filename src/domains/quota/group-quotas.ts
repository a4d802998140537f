import { money } from '../../kernel/money.ts';
import type { StoredQuota } from './store.ts';
import type { Quota } from './types.ts';

/** Stored quotas of reps, or of teams, as the formulas take them, by subject. */
export function groupQuotas(
  stored: readonly StoredQuota[],
  kind: StoredQuota['subjectKind'],
  currency: string,
): Map<string, Quota[]> {
  const ofKind = stored.filter(({ subjectKind }) => subjectKind === kind);
  const grouped = Map.groupBy(ofKind, ({ subjectId }) => subjectId);
  return new Map([...grouped].map(([id, own]) => [id, own.map((each) => toQuota(each, currency))]));
}

/** A stored quota as the formulas take it. */
function toQuota(stored: StoredQuota, currency: string): Quota {
  const { pipelineIds, periodKey, source, amountMinor } = stored;
  return { pipelineIds, periodKey, source, amount: money(amountMinor, currency) };
}
