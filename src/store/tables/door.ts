import type { ColumnType, Generated } from 'kysely';
import type { Json } from './columns.ts';

export interface PacingTable {
  portal_id: number;
  bucket: string;
  /** For when calls were given out, in milliseconds on the store's clock, earliest first. */
  sent: ColumnType<number[], string | undefined, string>;
  held_until: Generated<number>;
  /** Renewed by every change, so that nobody gives out tickets by an older state. */
  version: Generated<number>;
}

export interface PortalPauseTable {
  portal_id: number;
  reason: string;
  /** HubSpot's own words. */
  message: string;
  until: Date;
}

export interface FeatureTable {
  portal_id: number;
  /** As `app.json` calls it. */
  name: string;
  /** Ops do not want it. */
  switched_off: Generated<boolean>;
  /** HubSpot does not permit it: its code and words, when, and what was granted then. All null where it does. */
  refused_code: string | null;
  refused_message: string | null;
  refused_at: Date | null;
  refused_scopes: Json<string[]> | null;
}
