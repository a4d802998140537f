import type { Json } from './columns.ts';

/** A step of the first run that ops ticked by hand. */
export interface SetupStepTable {
  portal_id: number;
  step: string;
  user_id: string;
  at: Date;
}

/** The first signed request of each card; of the portal, never of a person. */
export interface CardSeenTable {
  portal_id: number;
  card: string;
  at: Date;
}

/** Somebody who asked to be forgotten: a later read of HubSpot's owners brings no name back. */
export interface ErasedOwnerTable {
  portal_id: number;
  owner_id: string;
  at: Date;
}

/** How past periods would have been forecast; see `forecast/backtest-amounts.ts`. */
export interface BacktestTable {
  portal_id: number;
  made_at: Date;
  periods: Json<unknown>;
}
