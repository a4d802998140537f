import type { Kysely } from 'kysely';
import {
  coachingRoutes,
  createCoachingService,
  createImpactService,
  createRequestAction,
  impactRoutes,
  pulseRoutes,
  type PulseService,
} from './domains/coaching/index.ts';
import type { ForecastService } from './domains/forecast/index.ts';
import { createHomeService, homeRoutes } from './domains/home/index.ts';
import { createQuotaForecastService, quotaForecastRoutes } from './domains/quota-forecast/index.ts';
import type { QuotaService } from './domains/quota/index.ts';
import { openSettings, settingsRoutes } from './domains/settings/index.ts';
import { createTeamService, type TeamService } from './domains/team/index.ts';
import type { SignedRoute, WorkflowAction } from './http/index.ts';
import { featureNames, openFeatures, type InstallDependencies, type TextSealer } from './install/index.ts';
import type { Clock } from './kernel/clock.ts';
import type { Tables } from './store/index.ts';
import { noteChangedRecords } from './sync/index.ts';

type SettingsNeeds = Parameters<typeof openSettings>[0];

interface SurfaceDependencies extends Pick<SettingsNeeds, 'queue' | 'openSession' | 'readPause'> {
  readonly db: Kysely<Tables>;
  /** Business dates. */
  readonly clock: Clock;
  readonly install: InstallDependencies;
  readonly quota: QuotaService;
  readonly forecast: ForecastService;
  readonly pulse: PulseService;
  readonly openSealer: (portalId: number) => Promise<TextSealer>;
}

export interface Surfaces {
  readonly team: TeamService;
  /** What cards and pages may ask. */
  readonly routes: readonly SignedRoute[];
  /** What workflows of HubSpot may have done. */
  readonly workflowActions: readonly WorkflowAction[];
}

/** Builds what stands behind cards, pages and workflow actions. */
export function composeSurfaces(deps: SurfaceDependencies): Surfaces {
  const { db, clock, install, quota, forecast } = deps;
  const team = createTeamService({ db, clock, quota, forecast });
  const coaching = createCoachingService({
    db,
    clock,
    realClock: install.clock,
    openSealer: deps.openSealer,
    askForWork: (portalId) => deps.queue.send('work-portal', { portalId }),
    hasTasks: async (portal) => (await openFeatures(install, portal)).isUsed(featureNames.tasks),
  });
  const page = openSettings({ ...deps, coaching });
  const requestAction = createRequestAction({
    db,
    realClock: install.clock,
    openSealer: deps.openSealer,
    lookAtDeal: async (portalId, id) => {
      await noteChangedRecords(db, [{ portalId, type: 'deal', id }]);
      await deps.queue.send('work-portal', { portalId });
    },
  });
  return {
    team,
    routes: [
      ...quotaForecastRoutes(createQuotaForecastService({ db, clock, forecast }), (portalId, place) =>
        page.setup.noteCard(portalId, 'quota_forecast', place),
      ),
      ...coachingRoutes(coaching, (portalId, place) => page.setup.noteCard(portalId, 'coaching', place)),
      ...pulseRoutes(deps.pulse),
      ...impactRoutes(createImpactService({ db, clock, realClock: install.clock })),
      ...settingsRoutes(page),
      ...homeRoutes(createHomeService({ db, team })),
    ],
    workflowActions: [requestAction],
  };
}
