import { sql, type Expression, type Kysely, type Selectable, type SqlBool } from 'kysely';
import { rolesOf } from '../access/index.ts';
import type { Portal, SharingLevel } from '../kernel/portal.ts';
import { dirtyOwnersOf } from '../mirror/index.ts';
import { inTransaction, type Tables } from '../store/index.ts';

export interface SealedTokens {
  readonly access: string;
  readonly refresh: string;
  readonly expiresAt: Date;
}

type NewPortal = Pick<Portal, 'id' | 'name' | 'timeZone' | 'companyCurrency' | 'installedBy' | 'scopes'>;

/** Every portal that is connected now; the scheduler's list. */
export async function listConnectedPortals(db: Kysely<Tables>): Promise<number[]> {
  const rows = await db
    .selectFrom('portal')
    .select('id')
    .where('connected', '=', true)
    .orderBy('id')
    .execute();
  return rows.map((row) => row.id);
}

/** Remembers that an install was begun; `sealedVerifier` is the PKCE secret that only the callback needs. */
export async function saveOauthState(
  db: Kysely<Tables>,
  state: { state: string; sealedVerifier: string; createdAt: Date },
): Promise<void> {
  const forgotten = new Date(state.createdAt.getTime() - 86_400_000);
  await db.deleteFrom('oauth_state').where('created_at', '<', forgotten).execute();
  await db
    .insertInto('oauth_state')
    .values({ state: state.state, sealed_verifier: state.sealedVerifier, created_at: state.createdAt })
    .execute();
}

/** Gives a state back once and never again; null when it is unknown, used or older than `notBefore`. */
export async function takeOauthState(
  db: Kysely<Tables>,
  state: string,
  notBefore: Date,
): Promise<{ sealedVerifier: string } | null> {
  await db.deleteFrom('oauth_state').where('created_at', '<', notBefore).execute();
  const row = await db
    .deleteFrom('oauth_state')
    .where('state', '=', state)
    .returning('sealed_verifier')
    .executeTakeFirst();
  return row ? { sealedVerifier: row.sealed_verifier } : null;
}

/** What the service keeps about one portal's install. */
export function forPortal(db: Kysely<Tables>, portalId: number) {
  const end = async (trx: Kysely<Tables>): Promise<boolean> => {
    const ended = await trx
      .updateTable('portal')
      .set({ connected: false, disconnected_at: sql<Date>`now()` })
      .where('id', '=', portalId)
      .where('connected', '=', true)
      .returning('id')
      .executeTakeFirst();
    return ended !== undefined;
  };
  return {
    async read(): Promise<Portal | null> {
      const row = await db.selectFrom('portal').selectAll().where('id', '=', portalId).executeTakeFirst();
      return row ? toPortal(row) : null;
    },

    /** The portal and whether this HubSpot user is of its ops, in one statement. */
    async readWithRole(userId: string): Promise<{ portal: Portal; isOps: boolean } | null> {
      const row = await db
        .selectFrom('portal')
        .leftJoin('role', (join) =>
          join
            .onRef('role.portal_id', '=', 'portal.id')
            .on('role.user_id', '=', userId)
            .on('role.role', '=', 'ops'),
        )
        .selectAll('portal')
        .select('role.role')
        .where('portal.id', '=', portalId)
        .executeTakeFirst();
      return row ? { portal: toPortal(row), isOps: row.role !== null } : null;
    },

    /** Connects the portal, or connects it again: what ops chose before stays. */
    async connect(portal: Omit<NewPortal, 'id'>, tokens: SealedTokens, at: Date): Promise<void> {
      const values = {
        name: portal.name,
        time_zone: portal.timeZone,
        company_currency: portal.companyCurrency,
        connected: true,
        disconnected_at: null,
        installed_by: portal.installedBy,
        scopes: JSON.stringify(portal.scopes),
      };
      await db.transaction().execute(async (trx) => {
        await trx
          .insertInto('portal')
          .values({ id: portalId, ready_at: null, ...values })
          // Whoever connects the portal again does not take ops away from whoever connected it first.
          .onConflict((conflict) =>
            conflict.column('id').doUpdateSet({ ...values, installed_by: sql`portal.installed_by` }),
          )
          .execute();
        await saveTokensIn(trx, portalId, tokens);
        // The first of ops is whoever connects a portal that has none; later ones are made by ops.
        const roles = rolesOf(trx, portalId);
        if ((await roles.list()).length > 0) return;
        const { installedBy } = portal;
        await roles.grant({ userId: installedBy, role: 'ops', grantedBy: installedBy, grantedAt: at });
      });
    },

    /** HubSpot refuses this sealed refresh token for good. Newer tokens, from a renewal or a new install meanwhile, stay. */
    async disconnect(refused: SealedTokens): Promise<void> {
      await db.transaction().execute(async (trx) => {
        const gone = await trx
          .deleteFrom('token')
          .where('portal_id', '=', portalId)
          .where('sealed_refresh', '=', refused.refresh)
          .returning('portal_id')
          .executeTakeFirst();
        if (!gone) return;
        await end(trx);
      });
    },

    /** The connection is over, whoever ended it. False where it was over already. */
    async endConnection(): Promise<boolean> {
      return inTransaction(db, async (trx) => {
        await trx.deleteFrom('token').where('portal_id', '=', portalId).execute();
        return end(trx);
      });
    },

    async readTokens(): Promise<SealedTokens | null> {
      const row = await db
        .selectFrom('token')
        .selectAll()
        .where('portal_id', '=', portalId)
        .executeTakeFirst();
      return row
        ? { access: row.sealed_access, refresh: row.sealed_refresh, expiresAt: row.expires_at }
        : null;
    },

    async saveTokens(tokens: SealedTokens): Promise<void> {
      await saveTokensIn(db, portalId, tokens);
    },

    /** Another zone or currency makes every credit another one: the portal is not ready until all deals are read again. */
    async saveAccount(account: Pick<Portal, 'timeZone' | 'companyCurrency'>): Promise<void> {
      await db
        .updateTable('portal')
        .set((eb) => ({
          time_zone: account.timeZone,
          company_currency: account.companyCurrency,
          ready_at: readyUnless(
            eb.or([
              eb('time_zone', '<>', account.timeZone),
              eb('company_currency', '<>', account.companyCurrency),
            ]),
          ),
        }))
        .where('id', '=', portalId)
        .execute();
    },

    /**
     * What ops choose decides what every deal may show, so everybody's deals are looked at again. Other periods make every
     * credit another one: the portal is not ready until all deals are read again.
     */
    async choose(
      choice: Partial<
        Pick<
          Portal,
          'sharingLevel' | 'mayWriteBack' | 'periodKind' | 'fiscalStartMonth' | 'uncountedPipelineIds'
        >
      >,
    ): Promise<void> {
      await inTransaction(db, async (trx) => {
        await trx
          .updateTable('portal')
          .set((eb) => ({
            ready_at: readyUnless(
              eb.or([
                eb('period_kind', '<>', choice.periodKind ?? eb.ref('period_kind')),
                eb('fiscal_start_month', '<>', choice.fiscalStartMonth ?? eb.ref('fiscal_start_month')),
              ]),
            ),
            ...(choice.sharingLevel && { sharing_level: choice.sharingLevel }),
            ...(choice.mayWriteBack !== undefined && { may_write_back: choice.mayWriteBack }),
            ...(choice.periodKind && { period_kind: choice.periodKind }),
            ...(choice.fiscalStartMonth && { fiscal_start_month: choice.fiscalStartMonth }),
            ...(choice.uncountedPipelineIds && {
              uncounted_pipelines: JSON.stringify(choice.uncountedPipelineIds),
            }),
          }))
          .where('id', '=', portalId)
          .execute();
        await dirtyOwnersOf(trx, portalId).markEverybody();
      });
    },

    async markReady(at: Date): Promise<void> {
      await db.updateTable('portal').set({ ready_at: at }).where('id', '=', portalId).execute();
    },
  };
}

function toPortal(row: Selectable<Tables['portal']>): Portal {
  return {
    id: row.id,
    name: row.name,
    timeZone: row.time_zone,
    companyCurrency: row.company_currency,
    connected: row.connected,
    installedBy: row.installed_by,
    scopes: row.scopes,
    sharingLevel: row.sharing_level as SharingLevel,
    mayWriteBack: row.may_write_back,
    periodKind: row.period_kind as Portal['periodKind'],
    fiscalStartMonth: row.fiscal_start_month,
    uncountedPipelineIds: row.uncounted_pipelines,
    readyAt: row.ready_at,
  };
}

/** Null where the condition holds, else as it was. */
function readyUnless(condition: Expression<SqlBool>) {
  return sql<Date | null>`case when ${condition} then null else ready_at end`;
}

async function saveTokensIn(db: Kysely<Tables>, portalId: number, tokens: SealedTokens): Promise<void> {
  const values = {
    sealed_access: tokens.access,
    sealed_refresh: tokens.refresh,
    expires_at: tokens.expiresAt,
  };
  await db
    .insertInto('token')
    .values({ portal_id: portalId, ...values })
    .onConflict((conflict) => conflict.column('portal_id').doUpdateSet(values))
    .execute();
}
