import type { Selectable } from 'kysely';
import type { Tables } from '../../store/index.ts';
import type { CreditedDeal } from './credited-deal.ts';
import type { MirroredDeal } from './mirrored-deal.ts';

/** Rows are not deals: the two are turned into each other here and nowhere else. */
export function toRow(portalId: number, { deal, exclusion }: CreditedDeal) {
  return {
    portal_id: portalId,
    id: deal.id,
    name: deal.name,
    pipeline_id: deal.pipelineId,
    stage_id: deal.stageId,
    owner_id: deal.ownerId,
    amount: deal.amount,
    currency: deal.currency,
    exchange_rate: deal.exchangeRate,
    home_minor: deal.homeMinor,
    close_at: deal.closeAt,
    created_at: deal.createdAt,
    modified_at: deal.modifiedAt,
    is_closed: deal.isClosed,
    is_won: deal.isWon,
    is_split: deal.isSplit,
    forecast_category: deal.forecastCategory,
    stage_entered_at: deal.stageEnteredAt,
    won_entered_at: deal.wonEnteredAt,
    won_exited_at: deal.wonExitedAt,
    last_activity_at: deal.lastActivityAt,
    next_activity_at: deal.nextActivityAt,
    has_next_step: deal.hasNextStep,
    stage_entries: JSON.stringify(deal.stageEntries),
    known: JSON.stringify(deal.known),
    exclusion: exclusion?.reason ?? null,
    exclusion_period: exclusion?.periodKey ?? null,
  };
}

export function fromRow(row: Selectable<Tables['deal']>): MirroredDeal {
  return {
    id: row.id,
    name: row.name,
    pipelineId: row.pipeline_id,
    stageId: row.stage_id,
    ownerId: row.owner_id,
    amount: row.amount,
    currency: row.currency,
    exchangeRate: row.exchange_rate,
    homeMinor: row.home_minor,
    closeAt: row.close_at,
    createdAt: row.created_at,
    modifiedAt: row.modified_at,
    isClosed: row.is_closed,
    isWon: row.is_won,
    isSplit: row.is_split,
    forecastCategory: row.forecast_category,
    stageEnteredAt: row.stage_entered_at,
    wonEnteredAt: row.won_entered_at,
    wonExitedAt: row.won_exited_at,
    lastActivityAt: row.last_activity_at,
    nextActivityAt: row.next_activity_at,
    hasNextStep: row.has_next_step,
    stageEntries: row.stage_entries,
    known: row.known,
  };
}
