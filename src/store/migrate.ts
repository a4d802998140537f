import { Migrator } from 'kysely/migration';
import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';
import { firstHouse } from './migrations/0001-first-house.ts';
import { access } from './migrations/0002-access.ts';
import { door } from './migrations/0003-door.ts';
import { backfill } from './migrations/0004-backfill.ts';
import { upkeep } from './migrations/0005-upkeep.ts';
import { cardView } from './migrations/0006-card-view.ts';
import { operations } from './migrations/0007-operations.ts';
import { settings } from './migrations/0008-settings.ts';
import { coaching } from './migrations/0009-coaching.ts';
import { pipelines } from './migrations/0010-pipelines.ts';
import { meetings } from './migrations/0011-meetings.ts';
import { rubrics } from './migrations/0012-rubrics.ts';
import { requests } from './migrations/0013-requests.ts';
import { pulse } from './migrations/0014-pulse.ts';
import { impact } from './migrations/0015-impact.ts';
import { privacy } from './migrations/0016-privacy.ts';
import { dealActivity } from './migrations/0017-deal-activity.ts';
import { reminders } from './migrations/0018-reminders.ts';
import { afterwards } from './migrations/0019-afterwards.ts';
import { formerManagers } from './migrations/0020-former-managers.ts';
import { promises } from './migrations/0021-promises.ts';
import { formerOwners } from './migrations/0022-former-owners.ts';
import { privacyAfterwards } from './migrations/0023-privacy-afterwards.ts';
import { linesAndDrafts } from './migrations/0024-lines-and-drafts.ts';
import { mergedContacts } from './migrations/0025-merged-contacts.ts';

const migrations = {
  '0001-first-house': firstHouse,
  '0002-access': access,
  '0003-door': door,
  '0004-backfill': backfill,
  '0005-upkeep': upkeep,
  '0006-card-view': cardView,
  '0007-operations': operations,
  '0008-settings': settings,
  '0009-coaching': coaching,
  '0010-pipelines': pipelines,
  '0011-meetings': meetings,
  '0012-rubrics': rubrics,
  '0013-requests': requests,
  '0014-pulse': pulse,
  '0015-impact': impact,
  '0016-privacy': privacy,
  '0017-deal-activity': dealActivity,
  '0018-reminders': reminders,
  '0019-afterwards': afterwards,
  '0020-former-managers': formerManagers,
  '0021-promises': promises,
  '0022-former-owners': formerOwners,
  '0023-privacy-afterwards': privacyAfterwards,
  '0024-lines-and-drafts': linesAndDrafts,
  '0025-merged-contacts': mergedContacts,
};

/** Brings the schema up to date; two processes that start at once wait for each other on the migrator's lock. */
export async function migrate(db: Kysely<Tables>): Promise<void> {
  const { error } = await migratorOf(db).migrateToLatest();
  if (error !== undefined)
    throw error instanceof Error ? error : new Error('the migration failed', { cause: error });
}

/** Whether every migration that this version knows has been done. */
export async function isMigrated(db: Kysely<Tables>): Promise<boolean> {
  const known = await migratorOf(db).getMigrations();
  return known.every(({ executedAt }) => executedAt !== undefined);
}

function migratorOf(db: Kysely<Tables>): Migrator {
  return new Migrator({ db, provider: { getMigrations: () => Promise.resolve(migrations) } });
}
