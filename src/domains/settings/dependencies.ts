import type { Kysely } from 'kysely';
import type { Pause, PortalSession } from '../../hubspot/index.ts';
import type { InstallDependencies } from '../../install/index.ts';
import type { Queue } from '../../jobs/index.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Manifest } from '../../manifest/index.ts';
import type { Tables } from '../../store/index.ts';
import type { CoachingService, PulseService } from '../coaching/index.ts';
import type { ForecastService } from '../forecast/index.ts';
import type { QuotaService } from '../quota/index.ts';

/** What the use cases behind the settings page need. */
export interface SettingsDependencies {
  readonly db: Kysely<Tables>;
  /** Business dates: the period, what is past. */
  readonly clock: Clock;
  /** When something was done, whatever the business date. */
  readonly realClock: Clock;
  readonly manifest: Manifest;
  readonly install: InstallDependencies;
  readonly quota: QuotaService;
  readonly forecast: ForecastService;
  readonly coaching: Pick<CoachingService, 'copies' | 'handover'>;
  readonly pulse: Pick<PulseService, 'readOwn' | 'openForgetting'>;
  /** Reading and writing are done by jobs; what is asked of HubSpot on a click are removing properties, leaving, and who is a super admin. */
  readonly queue: Pick<Queue, 'send'>;
  readonly openSession: (portalId: number) => PortalSession;
  /** Until when HubSpot wants the portal left alone; null when it may be called. */
  readonly readPause: (portalId: number) => Promise<Pause | null>;
}
