/** A deal as our store keeps it: HubSpot's strings read once, here, and exact from then on. */
export interface MirroredDeal {
  readonly id: string;
  /** Deals that went into this one, as HubSpot's record says; not kept, and absent from what the store answers. */
  readonly mergedIds?: readonly string[];
  readonly name: string;
  readonly pipelineId: string;
  readonly stageId: string;
  readonly ownerId: string | null;
  /** Plain decimal in the deal's currency, as HubSpot shows it. */
  readonly amount: string | null;
  readonly currency: string;
  /** Units of company currency for one of the deal's, as HubSpot stamped it; null when it stamped none. */
  readonly exchangeRate: string | null;
  /** The amount in minor units of the company currency, at the rate that HubSpot stamped on the deal. */
  readonly homeMinor: number | null;
  readonly closeAt: Date | null;
  readonly createdAt: Date;
  readonly modifiedAt: Date;
  readonly isClosed: boolean;
  readonly isWon: boolean;
  readonly isSplit: boolean;
  readonly forecastCategory: string | null;
  readonly stageEnteredAt: Date | null;
  /** When it last entered and last left a won stage; null when it never did. */
  readonly wonEnteredAt: Date | null;
  readonly wonExitedAt: Date | null;
  /** The latest activity that HubSpot knows of, and the next one that is planned. */
  readonly lastActivityAt: Date | null;
  readonly nextActivityAt: Date | null;
  /** Somebody wrote down a next step; what it says stays in HubSpot. */
  readonly hasNextStep: boolean;
  readonly stageEntries: readonly { readonly stageId: string; readonly enteredAt: string }[];
  /** The sideline_* values that HubSpot shows now; empty ones left out. */
  readonly known: Readonly<Record<string, string>>;
}

export interface DealSplit {
  readonly dealId: string;
  readonly ownerId: string;
  /** Decimal fraction, "0.6". */
  readonly percentage: string;
  readonly track: 'primary' | 'overlay';
}

export interface StageFacts {
  readonly id: string;
  readonly isWon: boolean;
}
