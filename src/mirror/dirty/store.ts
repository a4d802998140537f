import { sql, type Kysely, type OnConflictBuilder } from 'kysely';
import { inChunks, type Tables } from '../../store/index.ts';

/** Stands for the owner of deals that have none. */
export const NOBODY = '';

export interface DirtyOwner {
  readonly ownerId: string;
  readonly version: number;
  /** 0 where only news count; higher where what age alone changes is to go out too. */
  readonly drift: number;
}

/** Whose deals have to be looked at again: the unit of recomputation is a portal's owner. */
export function forPortal(db: Kysely<Tables>, portalId: number) {
  return {
    mark: (ownerIds: readonly string[]) => markDirty(db, portalId, ownerIds),

    /** What everybody's numbers depend on has changed; deals of unknown owners and of nobody are looked at too. */
    async markEverybody(drift = 0): Promise<void> {
      await db
        .insertInto('dirty_owner')
        .columns(['portal_id', 'owner_id', 'drift'])
        .expression(
          db
            .selectFrom('owner')
            .select((eb) => ['portal_id', 'id as owner_id', eb.lit(drift).as('drift')])
            .where('portal_id', '=', portalId)
            .union(
              db
                .selectFrom('deal')
                .select((eb) => [
                  'portal_id',
                  eb.fn.coalesce('owner_id', eb.val(NOBODY)).as('owner_id'),
                  eb.lit(drift).as('drift'),
                ])
                .where('portal_id', '=', portalId),
            ),
        )
        .onConflict(renewMark)
        .execute();
    },

    /** Those that were marked longest ago. */
    async read(limit: number): Promise<DirtyOwner[]> {
      const rows = await db
        .selectFrom('dirty_owner')
        .select(['owner_id', 'version', 'drift'])
        .where('portal_id', '=', portalId)
        .orderBy('version')
        .limit(limit)
        .execute();
      return rows.map((row) => ({ ownerId: row.owner_id, version: row.version, drift: row.drift }));
    },

    async count(): Promise<number> {
      const row = await db
        .selectFrom('dirty_owner')
        .select((eb) => eb.fn.countAll<number>().as('marks'))
        .where('portal_id', '=', portalId)
        .executeTakeFirstOrThrow();
      return row.marks;
    },

    /** Clears marks that nobody has renewed since they were read. */
    async clear(marks: readonly Pick<DirtyOwner, 'ownerId' | 'version'>[]): Promise<void> {
      await inChunks(marks, (part) =>
        sql`delete from dirty_owner using unnest(${part.map(({ ownerId }) => ownerId)}::text[],
            ${part.map(({ version }) => version)}::bigint[]) as looked (owner_id, version)
          where dirty_owner.portal_id = ${portalId} and dirty_owner.owner_id = looked.owner_id
            and dirty_owner.version = looked.version`.execute(db),
      );
    },
  };
}

/** Also called inside the transaction that changes the deals, so that no change goes unnoticed. */
export async function markDirty(
  db: Kysely<Tables>,
  portalId: number,
  ownerIds: readonly string[],
): Promise<void> {
  if (ownerIds.length === 0) return;
  await db
    .insertInto('dirty_owner')
    .values([...ownerIds].sort().map((ownerId) => ({ portal_id: portalId, owner_id: ownerId })))
    .onConflict(renewMark)
    .execute();
}

function renewMark(conflict: OnConflictBuilder<Tables, 'dirty_owner'>) {
  return conflict.columns(['portal_id', 'owner_id']).doUpdateSet((eb) => ({
    version: eb.ref('excluded.version'),
    drift: eb.fn<number>('greatest', ['dirty_owner.drift', 'excluded.drift']),
  }));
}
