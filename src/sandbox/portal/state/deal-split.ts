/** One owner's part of a deal; the percentage is a fraction of 1. */
export interface DealSplit {
  readonly id: string;
  readonly ownerId: string;
  readonly percentage: string;
  readonly createdAt: string;
}
