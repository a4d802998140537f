import type { DealId, OwnerId, PipelineId } from '../../kernel/ids.ts';
import type { Money } from '../../kernel/money.ts';
import type { Ratio } from '../../kernel/ratio.ts';

/** Primary credit of a deal sums to its amount and is rolled up; overlay credit stands beside it and never is. */
export type CreditTrack = 'primary' | 'overlay';

export interface DealSplit {
  readonly ownerId: OwnerId;
  /** A fraction as a decimal string, as HubSpot gives it: `'0.60000000'`. */
  readonly percentage: string;
  readonly kind: CreditTrack;
}

/** What crediting needs to know of a deal: its present state, never the order of the events that led there. */
export interface DealState {
  readonly dealId: DealId;
  readonly pipelineId: PipelineId;
  readonly ownerId: OwnerId | null;
  /** In the portal's home currency, at the rate stamped on the deal. */
  readonly amount: Money | null;
  readonly closeAt: Date | null;
  readonly isWon: boolean;
  /** When it last entered a won stage; null when never, or not known. */
  readonly wonEnteredAt: Date | null;
  /** When it last left a won stage; null when never. */
  readonly wonExitedAt: Date | null;
  /** Empty when the owner has the whole deal. */
  readonly splits: readonly DealSplit[];
}

export interface Credit {
  readonly dealId: DealId;
  readonly pipelineId: PipelineId;
  readonly ownerId: OwnerId;
  readonly periodKey: string;
  /** Negative for a reversal. */
  readonly amount: Money;
  readonly at: Date;
  readonly kind: 'won' | 'reversal';
  readonly track: CreditTrack;
}

/** What of credit is counted: of one deal or of many that fall together. */
export type CountedCredit = Pick<Credit, 'pipelineId' | 'periodKey' | 'amount' | 'kind' | 'track'>;

/** Why a deal that was won gives no credit. */
export type ExclusionReason = 'noAmount' | 'noCloseDate' | 'noOwner';

export interface Exclusion {
  readonly dealId: DealId;
  readonly ownerId: OwnerId | null;
  readonly reason: ExclusionReason;
  /** The period that the win is missing from; null when nobody knows. */
  readonly periodKey: string | null;
}

/** Where a quota comes from, the strongest first. */
export const quotaSources = ['typed', 'imported', 'goal', 'example'] as const;
export type QuotaSource = (typeof quotaSources)[number];

/** A quota as somebody stated it. There is at most one for a subject, pipelines, period and source. */
export interface Quota {
  /** Null: all pipelines. */
  readonly pipelineIds: readonly PipelineId[] | null;
  readonly periodKey: string;
  /** The full amount, before ramp and proration. */
  readonly amount: Money;
  readonly source: QuotaSource;
}

/** The quota that is in force for a subject in a period, with what it is made of. */
export interface ResolvedQuota {
  readonly amount: Money;
  /** The weakest source among the parts. */
  readonly source: QuotaSource;
  /** Only credit of these pipelines counts towards it; null: of all. */
  readonly pipelineIds: readonly PipelineId[] | null;
  readonly parts: readonly QuotaPart[];
}

export interface QuotaPart {
  readonly quota: Quota;
  /** How much of the resolved amount this quota gives; the parts sum to it. */
  readonly contribution: Money;
}

/** Why there is no quota to measure against. */
export type QuotaAbsence =
  | { readonly kind: 'noQuota' }
  /** Some of the shorter periods have a quota, these have none. */
  | { readonly kind: 'missingParts'; readonly periodKeys: readonly string[] }
  /** Two quotas share a pipeline, so that their sum would count it twice. */
  | { readonly kind: 'overlappingPipelines' }
  /** A quota of nothing, such as that of a rep who left before the period: no share can be taken of it. */
  | { readonly kind: 'zeroQuota' };

/** Credit measured against a quota above zero. */
export interface Standing {
  readonly credited: Money;
  readonly quota: Money;
  readonly attainment: Ratio;
  /** Quota less credit: negative once the quota is exceeded, so that gaps add up. */
  readonly gap: Money;
}
