import { sql, type Kysely } from 'kysely';
import type { DealSplit, MirroredDeal } from '../../mirror/index.ts';
import type { Tables } from '../../store/index.ts';
import type { CountedCredit, Exclusion } from '../quota/index.ts';

/** What the card asks of a deal. */
export type CardDeal = Pick<
  MirroredDeal,
  | 'id'
  | 'name'
  | 'pipelineId'
  | 'stageId'
  | 'ownerId'
  | 'amount'
  | 'currency'
  | 'exchangeRate'
  | 'homeMinor'
  | 'closeAt'
  | 'createdAt'
  | 'isClosed'
  | 'isWon'
  | 'stageEnteredAt'
  | 'wonEnteredAt'
  | 'wonExitedAt'
>;

/** Credit of one person that falls together: of one pipeline, period, kind and track. */
export interface SummedCredit extends Omit<CountedCredit, 'amount'> {
  /** Company currency. */
  readonly amountMinor: number;
}

/** What somebody has won so far, and what of it does not count. */
export interface OwnCredit {
  readonly credits: readonly SummedCredit[];
  readonly exclusions: readonly Exclusion[];
}

/** A deal as it stands, with the versions of everything else that its card shows, all of one moment. */
export interface CardFacts {
  /** Of what is known of the portal beside deals. */
  readonly version: number;
  /** Null when the portal has no deal of this id. */
  readonly deal: CardDeal | null;
  readonly splits: readonly DealSplit[];
  /** Of the credit of everybody who shares in the deal, by owner. */
  readonly creditVersions: ReadonlyMap<string, number>;
}

type FactsRow = { [Name in keyof Omit<CardDeal, 'id'>]: CardDeal[Name] | null } & {
  readonly version: number | null;
  readonly creditVersion: number | null;
  readonly splits: DealSplit[] | null;
  readonly credit: Readonly<Record<string, number | null>> | null;
};

const NEVER_MARKED = 0;

/** What a card needs of a portal. */
export function forPortal(db: Kysely<Tables>, portalId: number) {
  return {
    /** The version of everything that is known beside deals; null for a portal that is not installed. */
    async readVersion(): Promise<number | null> {
      const row = await db
        .selectFrom('portal_version')
        .select('version')
        .where('portal_id', '=', portalId)
        .executeTakeFirst();
      return row?.version ?? null;
    },

    /** Null as above. */
    async readFacts(dealId: string): Promise<CardFacts | null> {
      const { rows } = await sql<FactsRow>`select version, name, pipeline_id as "pipelineId",
        stage_id as "stageId", owner_id as "ownerId", amount, currency, exchange_rate as "exchangeRate",
        home_minor as "homeMinor", close_at as "closeAt", created_at as "createdAt", is_closed as "isClosed",
        is_won as "isWon", stage_entered_at as "stageEnteredAt", won_entered_at as "wonEnteredAt",
        won_exited_at as "wonExitedAt", credit_version as "creditVersion", splits, credit
        from card_facts(${portalId}, ${dealId})`.execute(db);
      const [row] = rows;
      if (row?.version == null) return null;
      const { version, creditVersion, splits, credit, ...deal } = row;
      return {
        version,
        deal: deal.name === null ? null : ({ id: dealId, ...deal } as CardDeal),
        splits: splits ?? [],
        creditVersions: new Map([
          ...(deal.ownerId === null ? [] : [[deal.ownerId, creditVersion ?? NEVER_MARKED] as const]),
          ...Object.entries(credit ?? {}).map(([id, known]) => [id, known ?? NEVER_MARKED] as const),
        ]),
      };
    },

    /** The credit of one person in all periods, summed up, and their won deals that give none. */
    async readOwnCredit(ownerId: string): Promise<OwnCredit> {
      const credits = await db
        .selectFrom('credit')
        .select(['pipeline_id', 'period_key', 'kind', 'track'])
        .select((eb) => eb.cast<number>(eb.fn.sum('amount_minor'), 'bigint').as('amount_minor'))
        .where('portal_id', '=', portalId)
        .where('owner_id', '=', ownerId)
        .groupBy(['pipeline_id', 'period_key', 'kind', 'track'])
        .execute();
      const exclusions = await db
        .selectFrom('deal')
        .select(['id', 'exclusion', 'exclusion_period'])
        .where('portal_id', '=', portalId)
        .where('owner_id', '=', ownerId)
        .where('exclusion', 'is not', null)
        .execute();
      return {
        credits: credits.map((row) => ({
          pipelineId: row.pipeline_id,
          periodKey: row.period_key,
          kind: row.kind as CountedCredit['kind'],
          track: row.track as CountedCredit['track'],
          amountMinor: row.amount_minor,
        })),
        exclusions: exclusions.map((row) => ({
          dealId: row.id,
          ownerId,
          reason: row.exclusion as Exclusion['reason'],
          periodKey: row.exclusion_period,
        })),
      };
    },
  };
}
