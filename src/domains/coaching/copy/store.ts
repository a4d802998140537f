import { sql, type Kysely } from 'kysely';
import type { TextSealer } from '../../../install/index.ts';
import type { Tables } from '../../../store/index.ts';

/** How a copy stands; never what is in it. */
export interface CopyStanding {
  readonly madeAt: Date;
  readonly expiresAt: Date;
  readonly collectedAt: Date | null;
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
  return {
    async read(ownerId: string): Promise<CopyStanding | null> {
      const row = await db
        .selectFrom('coaching_copy')
        .select(['made_at as madeAt', 'expires_at as expiresAt', 'collected_at as collectedAt'])
        .where('portal_id', '=', portalId)
        .where('owner_id', '=', ownerId)
        .executeTakeFirst();
      return row ?? null;
    },

    /** Puts a copy there; false where one waits that nobody has collected yet. */
    async put({ ownerId, askedBy, file, madeAt, expiresAt }: NewCopy): Promise<boolean> {
      const sealed_file = sealer.seal(file, purpose(portalId, ownerId));
      const values = { asked_by: askedBy, sealed_file, made_at: madeAt, expires_at: expiresAt };
      const row = await db
        .insertInto('coaching_copy')
        .values({ portal_id: portalId, owner_id: ownerId, collected_at: null, ...values })
        .onConflict((conflict) =>
          conflict
            .columns(['portal_id', 'owner_id'])
            .doUpdateSet({ ...values, collected_at: null })
            .where((eb) =>
              eb.or([
                eb('coaching_copy.collected_at', 'is not', null),
                eb('coaching_copy.expires_at', '<=', madeAt),
              ]),
            ),
        )
        .returning('owner_id')
        .executeTakeFirst();
      return row !== undefined;
    },

    /** Opens the copy of this person and remembers when that was first done; null where none waits. */
    async collect(ownerId: string, at: Date): Promise<string | null> {
      const row = await db
        .updateTable('coaching_copy')
        .set({ collected_at: sql<Date>`coalesce(collected_at, ${at}::timestamptz)` })
        .where('portal_id', '=', portalId)
        .where('owner_id', '=', ownerId)
        .where('expires_at', '>', at)
        .returning('sealed_file')
        .executeTakeFirst();
      return row?.sealed_file == null ? null : sealer.open(row.sealed_file, purpose(portalId, ownerId));
    },
  };
}
