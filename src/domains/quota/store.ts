import { sql, type Kysely, type Selectable } from 'kysely';
import { inChunks, type Tables } from '../../store/index.ts';
import { money } from '../../kernel/money.ts';
import { ratio, type Ratio } from '../../kernel/ratio.ts';
import type { Credit, CreditTrack, Exclusion, ExclusionReason, QuotaSource } from './types.ts';

/** One human who sells, manages or both: HubSpot's owner with what ops said about the person. */
export interface Person {
  readonly ownerId: string;
  readonly userId: string | null;
  readonly name: string;
  readonly email: string;
  readonly archived: boolean;
  readonly teamId: string | null;
  readonly managerId: string | null;
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  readonly rampMonths: number;
}

export type PersonSetting = Pick<
  Person,
  'ownerId' | 'teamId' | 'managerId' | 'startsOn' | 'endsOn' | 'rampMonths'
>;

export interface StoredQuota {
  readonly subjectKind: 'rep' | 'team';
  readonly subjectId: string;
  /** Null: every pipeline. */
  readonly pipelineIds: readonly string[] | null;
  readonly periodKey: string;
  readonly source: QuotaSource;
  /** Company currency. */
  readonly amountMinor: number;
}

const EVERY_PIPELINE = '';

/** The people of a portal, their quotas and their credit. */
export function forPortal(db: Kysely<Tables>, portalId: number) {
  return {
    async listPeople(): Promise<Person[]> {
      const rows = await db
        .selectFrom('owner')
        .leftJoin('person', (join) =>
          join.onRef('person.portal_id', '=', 'owner.portal_id').onRef('person.owner_id', '=', 'owner.id'),
        )
        .select((eb) => [
          'owner.id as ownerId',
          'owner.user_id as userId',
          'owner.name as name',
          'owner.email as email',
          'owner.archived as archived',
          eb.fn.coalesce('person.team_id', 'owner.team_id').as('teamId'),
          'person.manager_id as managerId',
          'person.starts_on as startsOn',
          'person.ends_on as endsOn',
          eb.fn.coalesce('person.ramp_months', eb.lit(0)).as('rampMonths'),
        ])
        .where('owner.portal_id', '=', portalId)
        .orderBy('owner.id')
        .execute();
      return rows;
    },

    async savePeople(people: readonly PersonSetting[]): Promise<void> {
      await inChunks(people, (part) =>
        db
          .insertInto('person')
          .values(
            part.map((person) => ({
              portal_id: portalId,
              owner_id: person.ownerId,
              team_id: person.teamId,
              manager_id: person.managerId,
              starts_on: person.startsOn,
              ends_on: person.endsOn,
              ramp_months: person.rampMonths,
            })),
          )
          .onConflict((conflict) =>
            conflict.columns(['portal_id', 'owner_id']).doUpdateSet((eb) => ({
              team_id: eb.ref('excluded.team_id'),
              manager_id: eb.ref('excluded.manager_id'),
              manager_since: sql<Date>`case when person.manager_id is distinct from excluded.manager_id
                then excluded.manager_since else person.manager_since end`,
              starts_on: eb.ref('excluded.starts_on'),
              ends_on: eb.ref('excluded.ends_on'),
              ramp_months: eb.ref('excluded.ramp_months'),
            })),
          )
          .execute(),
      );
    },

    /** What ops said of each person, and nothing of HubSpot's; people of whom nobody said anything are not in it. */
    async listSettings(): Promise<PersonSetting[]> {
      return db
        .selectFrom('person')
        .select(['owner_id as ownerId', 'team_id as teamId', 'manager_id as managerId'])
        .select(['starts_on as startsOn', 'ends_on as endsOn', 'ramp_months as rampMonths'])
        .where('portal_id', '=', portalId)
        .orderBy('owner_id')
        .execute();
    },

    /** Takes quotas away, each by all that tells it apart. */
    async removeQuotas(quotas: readonly Omit<StoredQuota, 'amountMinor'>[]): Promise<void> {
      for (const { subjectKind, subjectId, pipelineIds, periodKey, source } of quotas) {
        await db
          .deleteFrom('quota')
          .where('portal_id', '=', portalId)
          .where('subject_kind', '=', subjectKind)
          .where('subject_id', '=', subjectId)
          .where('pipeline_ids', '=', keyOfPipelines(pipelineIds))
          .where('period_key', '=', periodKey)
          .where('source', '=', source)
          .execute();
      }
    },

    async saveQuotas(quotas: readonly StoredQuota[]): Promise<void> {
      await insertQuotas(db, portalId, quotas);
    },

    /** What a source says now is all that it says: a goal deleted in HubSpot leaves no quota behind. */
    async replaceQuotas(source: QuotaSource, quotas: readonly StoredQuota[]): Promise<void> {
      await db.transaction().execute(async (trx) => {
        await trx
          .deleteFrom('quota')
          .where('portal_id', '=', portalId)
          .where('source', '=', source)
          .execute();
        await insertQuotas(trx, portalId, quotas);
      });
    },

    async listQuotas(periodKeys: readonly string[]): Promise<StoredQuota[]> {
      const rows = await db
        .selectFrom('quota')
        .selectAll()
        .where('portal_id', '=', portalId)
        .where('period_key', 'in', periodKeys)
        .execute();
      return rows.map(toStoredQuota);
    },

    /** The quotas of the period of this key and of all whose keys sort after it. */
    async listQuotasFrom(firstPeriodKey: string): Promise<StoredQuota[]> {
      const rows = await db
        .selectFrom('quota')
        .selectAll()
        .where('portal_id', '=', portalId)
        .where('period_key', '>=', firstPeriodKey)
        .execute();
      return rows.map(toStoredQuota);
    },

    /** How credit spreads over the months of a period; null where the history says nothing of it. */
    async readSeason(): Promise<Ratio[] | null> {
      const row = await db
        .selectFrom('season')
        .select('weights')
        .where('portal_id', '=', portalId)
        .executeTakeFirst();
      return row?.weights.map(readFraction) ?? null;
    },

    /** Null forgets a season that the history does not bear out any more. */
    async saveSeason(weights: readonly Ratio[] | null): Promise<void> {
      await db.transaction().execute(async (trx) => {
        await trx.deleteFrom('season').where('portal_id', '=', portalId).execute();
        if (weights === null) return;
        const fractions = weights.map(({ numerator, denominator }) => `${numerator}/${denominator}`);
        await trx
          .insertInto('season')
          .values({ portal_id: portalId, weights: JSON.stringify(fractions) })
          .execute();
      });
    },

    /** The credit of these periods, of everybody or of the people named. */
    async listCredits(
      periodKeys: readonly string[],
      currency: string,
      ownerIds: readonly string[] | null = null,
    ): Promise<Credit[]> {
      let query = db
        .selectFrom('credit')
        .selectAll()
        .where('portal_id', '=', portalId)
        .where('period_key', 'in', periodKeys)
        .orderBy('deal_id');
      if (ownerIds) query = query.where('owner_id', 'in', ownerIds);
      const rows = await query.execute();
      return rows.map((row) => ({
        dealId: row.deal_id,
        pipelineId: row.pipeline_id,
        ownerId: row.owner_id,
        periodKey: row.period_key,
        amount: money(row.amount_minor, currency),
        at: row.at,
        kind: row.kind as Credit['kind'],
        track: row.track as CreditTrack,
      }));
    },

    /** Won deals that give no credit in this period, or nobody knows in which, of everybody or of the people named. */
    async listExclusions(periodKey: string, ownerIds: readonly string[] | null = null): Promise<Exclusion[]> {
      let query = db
        .selectFrom('deal')
        .select(['id', 'owner_id', 'exclusion', 'exclusion_period'])
        .where('portal_id', '=', portalId)
        .where('exclusion', 'is not', null)
        .where((eb) => eb.or([eb('exclusion_period', '=', periodKey), eb('exclusion_period', 'is', null)]))
        .orderBy('id');
      if (ownerIds) query = query.where('owner_id', 'in', ownerIds);
      const rows = await query.execute();
      return rows.map((row) => ({
        dealId: row.id,
        ownerId: row.owner_id,
        reason: row.exclusion as ExclusionReason,
        periodKey: row.exclusion_period,
      }));
    },
  };
}

const keyOfPipelines = (ids: readonly string[] | null): string => ids?.toSorted().join(';') ?? EVERY_PIPELINE;

async function insertQuotas(
  db: Kysely<Tables>,
  portalId: number,
  quotas: readonly StoredQuota[],
): Promise<void> {
  const rows = quotas.map((quota) => ({
    portal_id: portalId,
    subject_kind: quota.subjectKind,
    subject_id: quota.subjectId,
    pipeline_ids: keyOfPipelines(quota.pipelineIds),
    period_key: quota.periodKey,
    source: quota.source,
    amount_minor: quota.amountMinor,
  }));
  // Two goals may say the same thing of one person; the store takes one quota a key, the last one said.
  const keyed = new Map(
    rows.map(({ amount_minor, ...key }) => [Object.values(key).join('|'), { ...key, amount_minor }]),
  );
  await inChunks([...keyed.values()], (part) =>
    db
      .insertInto('quota')
      .values(part)
      .onConflict((conflict) =>
        conflict
          .columns(['portal_id', 'subject_kind', 'subject_id', 'pipeline_ids', 'period_key', 'source'])
          .doUpdateSet((eb) => ({ amount_minor: eb.ref('excluded.amount_minor') })),
      )
      .execute(),
  );
}

function toStoredQuota(row: Selectable<Tables['quota']>): StoredQuota {
  return {
    subjectKind: row.subject_kind as StoredQuota['subjectKind'],
    subjectId: row.subject_id,
    pipelineIds: row.pipeline_ids === EVERY_PIPELINE ? null : row.pipeline_ids.split(';'),
    periodKey: row.period_key,
    source: row.source as QuotaSource,
    amountMinor: row.amount_minor,
  };
}

function readFraction(text: string): Ratio {
  const [numerator = '0', denominator = '1'] = text.split('/');
  return ratio(BigInt(numerator), BigInt(denominator));
}
