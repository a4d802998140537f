import type { Kysely } from 'kysely';
import type { Tables } from '../../../store/index.ts';
import type { Reports } from './types.ts';

/** Who reports to whom in a portal, since when, and whom they reported to before. */
export function forPortal(db: Kysely<Tables>, portalId: number) {
  return {
    /** Everybody of whom ops said anything. */
    async read(): Promise<Reports> {
      const people = await db
        .selectFrom('person')
        .select(['owner_id', 'manager_id', 'manager_since'])
        .where('portal_id', '=', portalId)
        .orderBy('owner_id')
        .execute();
      const former = await db
        .selectFrom('former_manager')
        .select(['owner_id', 'manager_id as managerId', 'until'])
        .where('portal_id', '=', portalId)
        .orderBy('until')
        .orderBy('id')
        .execute();
      const formerOf = Map.groupBy(former, ({ owner_id }) => owner_id);
      return new Map(
        people.map(({ owner_id, manager_id, manager_since }) => [
          owner_id,
          {
            managerId: manager_id,
            since: manager_since,
            former: (formerOf.get(owner_id) ?? []).map(({ managerId, until }) => ({ managerId, until })),
          },
        ]),
      );
    },
  };
}
