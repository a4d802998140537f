import { sql, type Kysely } from 'kysely';
import type { TextSealer } from '../../../install/index.ts';
import type { Tables } from '../../../store/index.ts';
import { holdsPerson } from './holds-person.ts';

/** How a copy stands; never what is in it. */
export interface CopyStanding {
  readonly madeAt: Date;
  readonly expiresAt: Date;
  readonly collectedAt: Date | null;
  /** When it was taken away because data in it was erased. */
  readonly withdrawnAt: Date | null;
}

interface NewCopy {
  readonly ownerId: string;
  /** The HubSpot user of ops who started it. */
  readonly askedBy: string;
  readonly file: string;
  readonly madeAt: Date;
  readonly expiresAt: Date;
}

const purpose = (portalId: number, ownerId: string): string => `portal:${portalId}:copy for ${ownerId}`;

/** Copies that wait for the person they are about, sealed; one a person. */
export function forPortal(db: Kysely<Tables>, portalId: number, sealer: TextSealer) {
  const openOrNull = (sealed: string | null, ownerId: string): string | null => {
    try {
      return sealed && sealer.open(sealed, purpose(portalId, ownerId));
    } catch {
      return null;
    }
  };

  const lock = () => sql`select from portal_key where portal_id = ${portalId} for update`.execute(db);
  const read = async (ownerId: string): Promise<CopyStanding | null> => {
    const row = await db
      .selectFrom('coaching_copy')
      .select(['made_at as madeAt', 'expires_at as expiresAt', 'collected_at as collectedAt'])
      .select('withdrawn_at as withdrawnAt')
      .where('portal_id', '=', portalId)
      .where('owner_id', '=', ownerId)
      .executeTakeFirst();
    return row ?? null;
  };

  return {
    read,

    /** Until this transaction is over nobody else makes a copy, and nobody is erased: what is read for one is not gone before it is there. */
    async readToMake(ownerId: string): Promise<CopyStanding | null> {
      await lock();
      return read(ownerId);
    },

    /** Puts a copy there instead of an earlier one. */
    async put({ ownerId, askedBy, file, madeAt, expiresAt }: NewCopy): Promise<void> {
      const values = {
        asked_by: askedBy,
        sealed_file: sealer.seal(file, purpose(portalId, ownerId)),
        made_at: madeAt,
        expires_at: expiresAt,
        collected_at: null,
        withdrawn_at: null,
      };
      await db
        .insertInto('coaching_copy')
        .values({ portal_id: portalId, owner_id: ownerId, ...values })
        .onConflict((conflict) => conflict.columns(['portal_id', 'owner_id']).doUpdateSet(values))
        .execute();
    },

    /**
     * Takes away the copies of others that hold something of this person, those that nothing opens too, and those that are being
     * made, for which it waits. Answers whose they were.
     */
    async withdraw(ownerId: string, at: Date): Promise<string[]> {
      await lock();
      const rows = await db
        .selectFrom('coaching_copy')
        .select(['owner_id', 'sealed_file'])
        .where('portal_id', '=', portalId)
        .where('owner_id', '<>', ownerId)
        .where('sealed_file', 'is not', null)
        .orderBy('owner_id')
        .execute();
      const whose = rows
        .filter(({ owner_id, sealed_file }) => holdsPerson(openOrNull(sealed_file, owner_id), ownerId))
        .map(({ owner_id }) => owner_id);
      if (whose.length > 0)
        await db
          .updateTable('coaching_copy')
          .set({ sealed_file: null, withdrawn_at: at })
          .where('portal_id', '=', portalId)
          .where('owner_id', 'in', whose)
          .execute();
      return whose;
    },

    /** Opens the copy of this person and remembers when that was first done; null where none waits. */
    async collect(ownerId: string, at: Date): Promise<string | null> {
      const row = await db
        .updateTable('coaching_copy')
        .set({ collected_at: sql<Date>`coalesce(collected_at, ${at}::timestamptz)` })
        .where('portal_id', '=', portalId)
        .where('owner_id', '=', ownerId)
        .where('expires_at', '>', at)
        .where('withdrawn_at', 'is', null)
        .returning('sealed_file')
        .executeTakeFirst();
      return row?.sealed_file == null ? null : sealer.open(row.sealed_file, purpose(portalId, ownerId));
    },
  };
}
