import type { Kysely } from 'kysely';
import type { Tables } from '../../src/store/index.ts';

/** A connected portal of which nothing was read, for what a store keeps of one. */
export async function putPortal(db: Kysely<Tables>, id: number, timeZone = 'UTC'): Promise<void> {
  await db
    .insertInto('portal')
    .values({
      ...{ id, name: 'Some', time_zone: timeZone, company_currency: 'EUR', installed_by: '1' },
      ...{ scopes: '[]', connected: true, ready_at: null, disconnected_at: null },
    })
    .execute();
}
