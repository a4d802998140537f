import type { Kysely } from 'kysely';
import { inChunks, type Tables } from '../../store/index.ts';
import type { StageFacts } from '../deals/mirrored-deal.ts';

export interface OwnerEntry {
  readonly id: string;
  readonly userId: string | null;
  readonly email: string;
  readonly name: string;
  readonly archived: boolean;
  readonly teamId: string | null;
}

export interface TeamEntry {
  readonly id: string;
  readonly name: string;
  readonly parentId: string | null;
}

export interface StageEntry {
  readonly id: string;
  readonly pipelineId: string;
  readonly label: string;
  readonly displayOrder: number;
  readonly probability: string;
  readonly isClosed: boolean;
}

export interface PipelineEntry {
  readonly id: string;
  readonly label: string;
  readonly displayOrder: number;
}

/** One unit of `currency` is worth `rate` units of the company currency since `effectiveAt`. */
export interface ExchangeRateEntry {
  readonly currency: string;
  readonly rate: string;
  readonly effectiveAt: Date;
}

/** What stands in the place of somebody who was erased. */
const nobodyInParticular = { name: 'Erased person', email: '', userId: null } as const;

/** Who and what there is in the portal beside records: owners, teams, pipelines and their stages, as last pulled. */
export function forPortal(db: Kysely<Tables>, portalId: number) {
  const keyed = <Row>(row: Row) => ({ portal_id: portalId, ...row });
  return {
    /** Owners never leave the directory: an archived one still stands on old deals. */
    async saveOwners(owners: readonly OwnerEntry[]): Promise<void> {
      const erased = new Set(await listErased(db, portalId));
      const kept = owners.map((owner) =>
        erased.has(owner.id) ? { ...owner, ...nobodyInParticular } : owner,
      );
      await inChunks(kept, (part) =>
        db
          .insertInto('owner')
          .values(
            part.map((owner) =>
              keyed({
                id: owner.id,
                user_id: owner.userId,
                email: owner.email,
                name: owner.name,
                archived: owner.archived,
                team_id: owner.teamId,
              }),
            ),
          )
          .onConflict((conflict) =>
            conflict.columns(['portal_id', 'id']).doUpdateSet((eb) => ({
              user_id: eb.ref('excluded.user_id'),
              email: eb.ref('excluded.email'),
              name: eb.ref('excluded.name'),
              archived: eb.ref('excluded.archived'),
              team_id: eb.ref('excluded.team_id'),
            })),
          )
          .execute(),
      );
    },

    /** Forgets who an owner is, now and at every later read; deals keep the number that HubSpot shows on them. */
    async eraseOwner(ownerId: string, at: Date): Promise<void> {
      await db
        .insertInto('erased_owner')
        .values(keyed({ owner_id: ownerId, at }))
        .onConflict((conflict) => conflict.columns(['portal_id', 'owner_id']).doNothing())
        .execute();
      const { name, email, userId } = nobodyInParticular;
      await db
        .updateTable('owner')
        .set({ name, email, user_id: userId })
        .where('portal_id', '=', portalId)
        .where('id', '=', ownerId)
        .execute();
    },

    /** Owners of whom nothing personal is kept. */
    listErased: () => listErased(db, portalId),

    /** Adds teams or renames them; those made by a people file stay. */
    async saveTeams(teams: readonly TeamEntry[]): Promise<void> {
      if (teams.length === 0) return;
      await db
        .insertInto('team')
        .values(teams.map((team) => keyed({ id: team.id, name: team.name, parent_id: team.parentId })))
        .onConflict((conflict) =>
          conflict.columns(['portal_id', 'id']).doUpdateSet((eb) => ({
            name: eb.ref('excluded.name'),
            parent_id: eb.ref('excluded.parent_id'),
          })),
        )
        .execute();
    },

    /** Replaces pipelines and stages whole: HubSpot purges deleted ones without telling. */
    async replacePipelines(
      pipelines: readonly PipelineEntry[],
      stages: readonly StageEntry[],
    ): Promise<void> {
      await db.transaction().execute(async (trx) => {
        await trx.deleteFrom('stage').where('portal_id', '=', portalId).execute();
        await trx.deleteFrom('pipeline').where('portal_id', '=', portalId).execute();
        if (pipelines.length > 0) {
          await trx
            .insertInto('pipeline')
            .values(
              pipelines.map((each) =>
                keyed({ id: each.id, label: each.label, display_order: each.displayOrder }),
              ),
            )
            .execute();
        }
        if (stages.length > 0) {
          await trx
            .insertInto('stage')
            .values(
              stages.map((stage) =>
                keyed({
                  id: stage.id,
                  pipeline_id: stage.pipelineId,
                  label: stage.label,
                  display_order: stage.displayOrder,
                  probability: stage.probability,
                  is_closed: stage.isClosed,
                }),
              ),
            )
            .execute();
        }
      });
    },

    /** Replaces the rate table whole: what HubSpot shows now is all that holds now. */
    async replaceRates(rates: readonly ExchangeRateEntry[]): Promise<void> {
      await db.transaction().execute(async (trx) => {
        await trx.deleteFrom('exchange_rate').where('portal_id', '=', portalId).execute();
        if (rates.length === 0) return;
        await trx
          .insertInto('exchange_rate')
          .values(
            rates.map(({ currency, rate, effectiveAt }) =>
              keyed({ currency, rate, effective_at: effectiveAt }),
            ),
          )
          .execute();
      });
    },

    async listRates(): Promise<ExchangeRateEntry[]> {
      const rows = await db
        .selectFrom('exchange_rate')
        .selectAll()
        .where('portal_id', '=', portalId)
        .orderBy('currency')
        .execute();
      return rows.map(({ currency, rate, effective_at }) => ({ currency, rate, effectiveAt: effective_at }));
    },

    async listOwners(): Promise<OwnerEntry[]> {
      const rows = await db
        .selectFrom('owner')
        .selectAll()
        .where('portal_id', '=', portalId)
        .orderBy('id')
        .execute();
      return rows.map((row) => ({
        id: row.id,
        userId: row.user_id,
        email: row.email,
        name: row.name,
        archived: row.archived,
        teamId: row.team_id,
      }));
    },

    async listTeams(): Promise<TeamEntry[]> {
      const rows = await db
        .selectFrom('team')
        .selectAll()
        .where('portal_id', '=', portalId)
        .orderBy('id')
        .execute();
      return rows.map((row) => ({ id: row.id, name: row.name, parentId: row.parent_id }));
    },

    async listPipelines(): Promise<PipelineEntry[]> {
      const rows = await db
        .selectFrom('pipeline')
        .selectAll()
        .where('portal_id', '=', portalId)
        .orderBy('id')
        .execute();
      return rows.map((row) => ({ id: row.id, label: row.label, displayOrder: row.display_order }));
    },

    /** A stage wins when it is closed with probability 1; a closed stage of any other probability loses. */
    async listStages(): Promise<(StageEntry & StageFacts)[]> {
      const rows = await db
        .selectFrom('stage')
        .selectAll()
        .where('portal_id', '=', portalId)
        .orderBy('pipeline_id')
        .orderBy('display_order')
        .execute();
      return rows.map((row) => ({
        id: row.id,
        pipelineId: row.pipeline_id,
        label: row.label,
        displayOrder: row.display_order,
        probability: row.probability,
        isClosed: row.is_closed,
        isWon: row.is_closed && Number(row.probability) === 1,
      }));
    },
  };
}

async function listErased(db: Kysely<Tables>, portalId: number): Promise<string[]> {
  const rows = await db
    .selectFrom('erased_owner')
    .select('owner_id')
    .where('portal_id', '=', portalId)
    .orderBy('owner_id')
    .execute();
  return rows.map((row) => row.owner_id);
}
