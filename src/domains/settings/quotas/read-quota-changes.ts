import type { QuotaChangeRequest } from '../../../contract/index.ts';
import { parseMoney } from '../../../kernel/money.ts';
import { err, ok, type Result } from '../../../kernel/result.ts';
import { isBeyondQuotas, type StoredQuota } from '../../quota/index.ts';

export interface TypedQuotas {
  readonly saved: readonly StoredQuota[];
  readonly removed: readonly Omit<StoredQuota, 'amountMinor'>[];
}

export interface KnownSubjects {
  readonly ownerIds: ReadonlySet<string>;
  readonly teamIds: ReadonlySet<string>;
  readonly pipelineIds: ReadonlySet<string>;
  readonly currency: string;
}

/** Cells that were typed, as quotas; refused with the field at fault where one names what the portal does not have. */
export function readQuotaChanges(
  changes: QuotaChangeRequest['changes'],
  known: KnownSubjects,
): Result<TypedQuotas, { readonly message: string; readonly field: string }> {
  const saved: StoredQuota[] = [];
  const removed: Omit<StoredQuota, 'amountMinor'>[] = [];
  for (const [index, { amount, subjectKind, subjectId, pipelineIds, periodKey }] of changes.entries()) {
    const at = (field: string, message: string) => err({ message, field: `changes.${index}.${field}` });
    const subjects = subjectKind === 'rep' ? known.ownerIds : known.teamIds;
    if (!subjects.has(subjectId))
      return at(
        'subjectId',
        `There is no ${subjectKind === 'rep' ? 'person' : 'team'} ${subjectId}. Look at the grid anew.`,
      );
    if (pipelineIds?.length === 0)
      return at('pipelineIds', 'A quota is for every pipeline (null) or for at least one. Name one.');
    const unknown = pipelineIds?.find((id) => !known.pipelineIds.has(id));
    if (unknown !== undefined)
      return at('pipelineIds', `HubSpot has no pipeline ${unknown}. Look at the grid anew.`);
    const key = { subjectKind, subjectId, pipelineIds, periodKey, source: 'typed' as const };
    if (amount === null) {
      removed.push(key);
      continue;
    }
    if (isBeyondQuotas(amount, known.currency))
      return at('amount', 'This is more than a quota can be. Check the decimals.');
    saved.push({ ...key, amountMinor: parseMoney(amount, known.currency)?.minor ?? 0 });
  }
  return ok({ saved, removed });
}
