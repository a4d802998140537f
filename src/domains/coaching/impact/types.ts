/** One rep's quarters, oldest first; the last is the last complete one, and both lists are equally long for everybody. */
export interface RepHistory {
  readonly repId: string;
  /** How many 1:1s were held with the rep in each quarter. */
  readonly meetings: readonly number[];
  /** The metric in each quarter, in its own unit; null where there was none (no quota, not yet there). */
  readonly values: readonly (number | null)[];
}

export interface ImpactQuestion {
  readonly histories: readonly RepHistory[];
  /** The portal's sales cycle, in days. */
  readonly cycleDays: number;
  /**
   * The index of the quarter in which the metric was chosen, -1 for before all. Only quarters after it are results: a metric
   * picked among many after the fact would find an effect in noise.
   */
  readonly chosenIn: number;
}

/** One rep as the comparison sees them. */
export interface Candidate {
  readonly repId: string;
  /** The quarter in which coaching began, of the rep or of the coached whom the rep is compared with. */
  readonly start: number;
  /** The mean of the quarters before. */
  readonly level: number;
  /** The least squares slope over the quarters before, a quarter. */
  readonly trend: number;
  /** The quarter just before. */
  readonly last: number;
  /** The result quarter, one sales cycle after the start. */
  readonly after: number;
}

export interface ComparedRep extends Candidate {
  readonly isCoached: boolean;
}

export interface MeasuredImpact {
  readonly kind: 'measured';
  /** What the coached gained more than their peers, in the metric's unit, with its 95 % interval. */
  readonly effect: number;
  readonly low: number;
  readonly high: number;
  readonly coached: number;
  readonly peers: number;
  /** Coached people who are not compared as such: nobody has figures for the same quarters, or they were an earlier one's peer. */
  readonly leftOut: number;
  /** Mean of the quarters before, to be seen beside each other. */
  readonly before: { readonly coached: number; readonly peers: number };
}

export interface NotEnoughData {
  readonly kind: 'notEnough';
  readonly coached: number;
  readonly peers: number;
  /** People who have yet to be coached for three 1:1s a quarter, after four quarters with figures. */
  readonly coachedMissing: number;
  /** People with figures for the same quarters who had not begun. */
  readonly peersMissing: number;
  /**
   * Quarters that must go by at least: until the first result after the choice, until those whose coaching has begun have theirs,
   * and until whoever is still missing can have begun and have one.
   */
  readonly quartersMissing: number;
}

/** Enough people, but figures that are all alike. */
export interface NoVariation {
  readonly kind: 'noVariation';
}

export type Impact = MeasuredImpact | NotEnoughData | NoVariation;
