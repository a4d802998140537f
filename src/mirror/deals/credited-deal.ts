import type { Money } from '../../kernel/money.ts';
import type { DealSplit, MirroredDeal } from './mirrored-deal.ts';

/** What a deal counts for whom; the quota domain works it out. */
export interface DealCredit {
  readonly ownerId: string;
  readonly periodKey: string;
  readonly kind: string;
  readonly track: string;
  readonly amount: Money;
  readonly at: Date;
}

/** A deal with all that follows from it, so that mirror and credit can never disagree. */
export interface CreditedDeal {
  readonly deal: MirroredDeal;
  readonly splits: readonly DealSplit[];
  readonly credits: readonly DealCredit[];
  /** Why a won deal gives no credit. */
  readonly exclusion: { readonly reason: string; readonly periodKey: string | null } | null;
}
