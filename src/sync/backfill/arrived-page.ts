import type { CrmRecord } from '../../hubspot/index.ts';

/** A page that has come from HubSpot. */
export interface ArrivedPage {
  readonly records: readonly CrmRecord[];
  /** Moves the hand that asked for it, once its deals are mirrored; answers the numbers of the parts that changed. */
  readonly move: () => Promise<Partial<MovedParts>>;
}

export interface MovedParts {
  readonly lists: readonly number[];
  readonly searches: readonly number[];
}

export interface WaitingPage extends ArrivedPage {
  readonly done: () => void;
  readonly fail: (error: unknown) => void;
}
