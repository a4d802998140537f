import { keyOfQuota, type StoredQuota } from '../../quota/index.ts';

export interface QuotaChange {
  readonly kind: 'added' | 'changed' | 'removed';
  /** Where it stands in the file; null for what the file does not have any more. */
  readonly line: number | null;
  readonly quota: Omit<StoredQuota, 'amountMinor'>;
  readonly before: number | null;
  readonly after: number | null;
  /** A typed quota for the same, which stays in force above this one. */
  readonly typed: number | null;
}

export interface QuotaComparison {
  readonly changes: readonly QuotaChange[];
  readonly unchanged: number;
}

/**
 * What a pasted file does to the quotas that came from files before. With `replace` the file is all there is for the periods
 * that it names: what it leaves out of them is removed. Quotas of other sources are never touched.
 */
export function compareQuotas({
  pasted,
  stored,
  mode,
}: {
  readonly pasted: readonly { readonly line: number; readonly quota: StoredQuota }[];
  readonly stored: readonly StoredQuota[];
  readonly mode: 'add' | 'replace';
}): QuotaComparison {
  const imported = new Map(
    stored.filter(({ source }) => source === 'imported').map((quota) => [keyOfQuota(quota), quota]),
  );
  const typed = new Map(
    stored.filter(({ source }) => source === 'typed').map((quota) => [keyOfQuota(quota), quota.amountMinor]),
  );
  const changes: QuotaChange[] = [];
  let unchanged = 0;
  for (const { line, quota } of pasted) {
    const key = keyOfQuota(quota);
    const { amountMinor: after, ...rest } = quota;
    const before = imported.get(key)?.amountMinor ?? null;
    imported.delete(key);
    if (before === after) unchanged += 1;
    else
      changes.push({
        kind: before === null ? 'added' : 'changed',
        line,
        quota: rest,
        before,
        after,
        typed: typed.get(key) ?? null,
      });
  }
  const named = new Set(pasted.map(({ quota }) => quota.periodKey));
  const left =
    mode === 'replace' ? [...imported.values()].filter(({ periodKey }) => named.has(periodKey)) : [];
  for (const { amountMinor: before, ...quota } of left)
    changes.push({
      kind: 'removed',
      line: null,
      quota,
      before,
      after: null,
      typed: typed.get(keyOfQuota(quota)) ?? null,
    });
  return { changes, unchanged };
}
