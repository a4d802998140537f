import { copyOwner } from '../../enlarge-seed.ts';
import type { StoredRecord } from '../objects/stored-record.ts';
import { numberOfCopy, type CopyPlan } from './copy-plan.ts';
import type { DealSplit } from './deal-split.ts';
import type { Shelf } from './open-storage.ts';

/** Splits by deal id; those of a copied deal follow from its template's until somebody writes others. */
export function openCopiedSplits(
  held: Shelf<readonly DealSplit[]>,
  copies: { readonly plan: CopyPlan; readonly templates: readonly StoredRecord[] } | null,
): Pick<Shelf<readonly DealSplit[]>, 'get' | 'put' | 'remove'> {
  return {
    ...held,
    get(dealId) {
      const own = held.get(dealId);
      if (own || !copies) return own;
      const k = numberOfCopy(copies.plan, dealId);
      const template = k < 0 ? undefined : copies.templates[Math.floor(k / copies.plan.count)];
      const told = template && held.get(template.id);
      return told?.map((split, index) => ({
        ...split,
        id: `${dealId}${index}`,
        ownerId: copyOwner(split.ownerId, k % copies.plan.count, copies.plan),
      }));
    },
  };
}
