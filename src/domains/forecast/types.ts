import type { DealId, OwnerId, PipelineId, StageId } from '../../kernel/ids.ts';
import type { Money } from '../../kernel/money.ts';
import type { Ratio } from '../../kernel/ratio.ts';

/** A deal as the portal's history tells it, open ones included: they are the ones that were not won in time. */
export interface HistoricDeal {
  /** Null while the deal is open. */
  readonly outcome: 'won' | 'lost' | null;
  /** When it was won or lost. Ignored while the deal is open: HubSpot keeps the hoped-for close date in the same property. */
  readonly closedAt: Date | null;
  /** Every stage it entered, oldest first. */
  readonly stages: readonly StageEntry[];
}

export interface StageEntry {
  readonly stageId: StageId;
  readonly enteredAt: Date;
}

/** An open deal, its amount in company currency. */
export interface OpenDeal {
  readonly id: DealId;
  readonly ownerId: OwnerId | null;
  readonly pipelineId: PipelineId;
  readonly stageId: StageId;
  readonly stageEnteredAt: Date;
  /** The close date that the rep hopes for. */
  readonly closeAt: Date | null;
  readonly amount: Money | null;
  /** The value of HubSpot's `hs_manual_forecast_category`, when it is set. */
  readonly forecastCategory: string | null;
}

export interface Pipeline {
  readonly id: PipelineId;
  readonly stages: readonly PipelineStage[];
}

export interface PipelineStage {
  readonly id: StageId;
  readonly label: string;
  /** The fixed percentage that ops gave the stage, from 0 to 1. */
  readonly probability: Ratio;
  readonly isClosed: boolean;
}

export type Pipelines = ReadonlyMap<PipelineId, Pipeline>;

/**
 * Which method answers: the pipeline's fixed percentage, counts pulled towards the stage and the portal, or the
 * portal's own counts in full.
 */
export type WinBasis = 'pipeline' | 'shrunken' | 'cells';

/** What the portal's history says, small enough to be kept as JSON. Made by `fitStageAgeCells`. */
export interface WinModel {
  /** ISO instant; nothing later is known to the model. */
  readonly fittedAt: string;
  readonly basis: WinBasis;
  /** Deals won or lost whose way through the stages is known. */
  readonly closedDeals: number;
  /** By stage: from the day of entry, which stands for the whole stage, to the oldest age that a deal reached. */
  readonly stages: Readonly<Record<StageId, readonly StageAgeCell[]>>;
  /** All entries into all stages together. */
  readonly everyStage: WatchedDeals;
}

/** The deals that were still open in the stage `fromDay` days after they entered it, each counted once. */
export interface StageAgeCell extends WatchedDeals {
  readonly fromDay: number;
}

/** Deals watched from one moment of their life on, for at most a year. */
export interface WatchedDeals {
  readonly total: number;
  /** What became of them, by day after that moment, in order; days on which nothing happened are left out. */
  readonly days: readonly WatchedDay[];
}

/** `running` are open deals that have been watched for `day` whole days so far. */
export type WatchedDay = readonly [day: number, won: number, lost: number, running: number];

/** The answer to "will this deal be won in time?". */
export type WinEstimate = EstimatedWin | NoEstimate;

export interface EstimatedWin {
  readonly kind: 'estimated';
  /** In whole percent: what is shown is what is multiplied. */
  readonly probability: Ratio;
  readonly basis: WinBasis;
  /** Days left, a day begun counted as a whole one; 0 when the period is over. */
  readonly horizonDays: number;
  /** What the history says of deals like this one; null on the pipeline's percentage. */
  readonly evidence: WinEvidence | null;
  readonly closedDeals: number;
}

export interface NoEstimate {
  readonly kind: 'none';
  readonly reason: 'closed' | 'unknownStage';
}

/** What became of the deals that had been in the stage for `fromDay` days, over as many days as are left. */
export interface WinEvidence extends WinCount {
  readonly fromDay: number;
  /** All deals that entered the stage, from then on. */
  readonly stage: WinCount;
}

/** `won` of `known` deals were won in time; `running` more are open and their time is not up yet. */
export interface WinCount {
  readonly won: number;
  readonly known: number;
  readonly running: number;
}

/** What everybody who needs a probability depends on; any engine that learns from history can stand behind it. */
export type WinEstimator = (question: {
  readonly deal: Pick<OpenDeal, 'pipelineId' | 'stageId' | 'stageEnteredAt'>;
  readonly now: Date;
  /** The end of the period, exclusive. */
  readonly until: Date;
}) => WinEstimate;
