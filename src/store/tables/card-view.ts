import type { Generated } from 'kysely';

export interface PortalVersionTable {
  portal_id: number;
  /** Renewed by the store whenever something is written that a card shows and that is no deal. */
  version: Generated<number>;
}

export interface CreditVersionTable {
  portal_id: number;
  owner_id: string;
  /** Renewed by the store with each mark that the owner's numbers have changed. */
  version: Generated<number>;
}
