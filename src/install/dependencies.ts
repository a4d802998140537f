import type { Kysely } from 'kysely';
import type { HubSpot } from '../hubspot/index.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Manifest } from '../manifest/index.ts';
import type { Tables } from '../store/index.ts';
import type { Sealer } from './seal.ts';

export interface InstallDependencies {
  readonly db: Kysely<Tables>;
  readonly hubspot: HubSpot;
  readonly sealer: Sealer;
  /** The real clock: states and tokens age by it, whatever the business date. */
  readonly clock: Clock;
  readonly manifest: Manifest;
  readonly publicUrl: string;
  /** https://app.hubspot.com, or the sandbox portal. */
  readonly authorizeOrigin: string;
  readonly appId: number;
}
