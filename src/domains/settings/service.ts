import { createAccessSettings, type AccessSettings } from './access/service.ts';
import { createCalendarSettings, type CalendarSettings } from './calendar/service.ts';
import { createCoachingSettings, type CoachingSettings } from './coaching/service.ts';
import { createDataQuality, type DataQuality } from './data-quality/service.ts';
import type { SettingsDependencies } from './dependencies.ts';
import { createFeatureSettings, type FeatureSettings } from './features/service.ts';
import { createPeopleSettings, type PeopleSettings } from './people/service.ts';
import { createPipelineSettings, type PipelineSettings } from './pipelines/service.ts';
import { createPrivacySettings, type PrivacySettings } from './privacy/service.ts';
import { createQuotaSettings, type QuotaSettings } from './quotas/service.ts';
import { createSetupSettings, type SetupSettings } from './setup/service.ts';
import { createSharingSettings, type SharingSettings } from './sharing/service.ts';
import { createSyncSettings, type SyncSettings } from './sync/service.ts';
import { createWritesSettings, type WritesSettings } from './writes/service.ts';

/** The back half of the settings page, by subject. */
export interface Settings {
  readonly setup: SetupSettings;
  readonly sync: SyncSettings;
  readonly writes: WritesSettings;
  readonly calendar: CalendarSettings;
  readonly pipelines: PipelineSettings;
  readonly people: PeopleSettings;
  readonly access: AccessSettings;
  readonly quotas: QuotaSettings;
  readonly sharing: SharingSettings;
  readonly features: FeatureSettings;
  readonly quality: DataQuality;
  readonly coaching: CoachingSettings;
  readonly privacy: PrivacySettings;
}

/** What the rest of the house has at hand; store, real clock and manifest are those of the install. */
type House = Omit<SettingsDependencies, 'db' | 'realClock' | 'manifest'>;

export function openSettings(house: House): Settings {
  const { db, clock: realClock, manifest } = house.install;
  const deps: SettingsDependencies = { ...house, db, realClock, manifest };
  return {
    setup: createSetupSettings(deps),
    sync: createSyncSettings(deps),
    writes: createWritesSettings(deps),
    calendar: createCalendarSettings(deps),
    pipelines: createPipelineSettings(deps),
    people: createPeopleSettings(deps),
    access: createAccessSettings(deps),
    quotas: createQuotaSettings(deps),
    sharing: createSharingSettings(deps),
    features: createFeatureSettings(deps),
    quality: createDataQuality(deps),
    coaching: createCoachingSettings(deps),
    privacy: createPrivacySettings(deps),
  };
}
