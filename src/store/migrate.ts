import { Migrator } from 'kysely/migration';
import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';
import { firstHouse } from './migrations/0001-first-house.ts';
import { access } from './migrations/0002-access.ts';

const migrations = {
  '0001-first-house': firstHouse,
  '0002-access': access,
};

/** Brings the schema up to date; two processes that start at once wait for each other on the migrator's lock. */
export async function migrate(db: Kysely<Tables>): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve(migrations) } });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined)
    throw error instanceof Error ? error : new Error('the migration failed', { cause: error });
}
