import type { DealPage, DealRow } from '../../page/portal-types.ts';
import { dealType } from '../objects/object-types.ts';
import { currentValue, type StoredRecord } from '../objects/stored-record.ts';
import type { PortalState } from '../state/portal-state.ts';
import { personName } from './format-value.ts';

const pageSize = 25;

/** One page of the deal list: open deals by nearest close date, then closed ones by latest. Pages count from 1. */
export function dealList(
  state: PortalState,
  wanted: { search: string; stage: string; owner: string; page: number },
): DealPage {
  const words = wanted.search.toLowerCase().split(/\s+/).filter(Boolean);
  const found = [...state.records(dealType).after('0')]
    .filter(
      (deal) =>
        deal.archivedAt === null &&
        (wanted.stage === '' || currentValue(deal, 'dealstage') === wanted.stage) &&
        (wanted.owner === '' || currentValue(deal, 'hubspot_owner_id') === wanted.owner) &&
        words.every((word) => deal.id === word || nameOf(deal).toLowerCase().includes(word)),
    )
    .map((deal) => ({ deal, closed: isClosed(deal), closes: closeTime(deal) }))
    .sort((a, b) => Number(a.closed) - Number(b.closed) || (a.closes - b.closes) * (a.closed ? -1 : 1));
  const rows = found.slice((wanted.page - 1) * pageSize, wanted.page * pageSize);
  return {
    total: found.length,
    page: wanted.page,
    pageSize,
    rows: rows.map(({ deal }) => dealRow(state, deal)),
  };
}

function nameOf(deal: StoredRecord): string {
  return currentValue(deal, 'dealname') ?? '';
}

function isClosed(deal: StoredRecord): boolean {
  return currentValue(deal, 'hs_is_closed') === 'true';
}

/** Deals without a close date come last among the open ones. */
function closeTime(deal: StoredRecord): number {
  const closes = currentValue(deal, 'closedate');
  return closes === null ? 8.64e15 : Date.parse(closes);
}

function dealRow(state: PortalState, deal: StoredRecord): DealRow {
  const pipeline = state.pipelines.get(currentValue(deal, 'pipeline') ?? '');
  const stageId = currentValue(deal, 'dealstage');
  const owner = state.people.get(currentValue(deal, 'hubspot_owner_id') ?? '');
  return {
    id: deal.id,
    name: nameOf(deal),
    pipelineLabel: pipeline?.label ?? '',
    stageLabel: pipeline?.stages.find(({ id }) => id === stageId)?.label ?? '',
    amount: currentValue(deal, 'amount'),
    currency: currentValue(deal, 'deal_currency_code') ?? state.account.companyCurrency,
    closeDate: currentValue(deal, 'closedate'),
    ownerName: owner ? personName(owner) : null,
    attainment: currentValue(deal, 'sideline_attainment'),
    winProbability: currentValue(deal, 'sideline_win_probability'),
  };
}
