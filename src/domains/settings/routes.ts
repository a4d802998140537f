import type { SignedRoute } from '../../http/index.ts';
import { accessRoutes } from './access/routes.ts';
import { calendarRoutes } from './calendar/routes.ts';
import { coachingSettingsRoutes } from './coaching/routes.ts';
import { dataQualityRoutes } from './data-quality/routes.ts';
import { featureRoutes } from './features/routes.ts';
import { peopleRoutes } from './people/routes.ts';
import { pipelineRoutes } from './pipelines/routes.ts';
import { privacyRoutes } from './privacy/routes.ts';
import { quotaSettingsRoutes } from './quotas/routes.ts';
import type { Settings } from './service.ts';
import { setupRoutes } from './setup/routes.ts';
import { sharingRoutes } from './sharing/routes.ts';
import { syncRoutes } from './sync/routes.ts';
import { writesRoutes } from './writes/routes.ts';

/** Everything that the settings page may ask. */
export function settingsRoutes(settings: Settings): SignedRoute[] {
  return [
    ...setupRoutes(settings.setup),
    ...syncRoutes(settings.sync),
    ...writesRoutes(settings.writes),
    ...calendarRoutes(settings.calendar),
    ...pipelineRoutes(settings.pipelines),
    ...peopleRoutes(settings.people),
    ...accessRoutes(settings.access),
    ...quotaSettingsRoutes(settings.quotas),
    ...sharingRoutes(settings.sharing),
    ...featureRoutes(settings.features),
    ...dataQualityRoutes(settings.quality),
    ...coachingSettingsRoutes(settings.coaching),
    ...privacyRoutes(settings.privacy),
  ];
}
