import type { DealPage, DealRow } from '../../page/portal-types.ts';
import { dealType } from '../objects/object-types.ts';
import { searchRecords, type Found } from '../objects/search-records.ts';
import { currentValue, type StoredRecord } from '../objects/stored-record.ts';
import type { PortalState } from '../state/portal-state.ts';
import { personName } from './format-value.ts';

const pageSize = 25;

/** One page of the deal list: open deals by nearest close date, then closed ones by latest. Pages count from 1. */
export function dealList(
  state: PortalState,
  wanted: { search: string; stage: string; owner: string; page: number },
): DealPage {
  const single = findById(state, wanted.search.trim());
  const offset = (wanted.page - 1) * pageSize;
  const open = findDeals(state, { ...wanted, closed: false, offset });
  const closed = findDeals(state, { ...wanted, closed: true, offset: Math.max(0, offset - open.total) });
  const rows = single ? [single] : [...open.page, ...closed.page].slice(0, pageSize);
  return {
    total: single ? 1 : open.total + closed.total,
    page: wanted.page,
    pageSize,
    rows: rows.map((deal) => dealRow(state, deal)),
  };
}

/** The search of the API, without its lag and on names alone: it does not look at every deal of a large portal. */
function findDeals(
  state: PortalState,
  {
    search,
    stage,
    owner,
    closed,
    offset,
  }: { search: string; stage: string; owner: string; closed: boolean; offset: number },
): Found {
  const equal = (propertyName: string, value: string) => ({ propertyName, operator: 'EQ' as const, value });
  const found = searchRecords({
    type: { ...dealType, searchedProperties: ['dealname'] },
    records: state.records(dealType),
    unseen: new Map(),
    definitions: state.definitions(dealType),
    groups: [
      [
        equal('hs_is_closed', String(closed)),
        ...(stage === '' ? [] : [equal('dealstage', stage)]),
        ...(owner === '' ? [] : [equal('hubspot_owner_id', owner)]),
      ],
    ],
    sort: { propertyName: 'closedate', direction: closed ? 'DESCENDING' : 'ASCENDING' },
    text: search.trim(),
    offset,
    limit: pageSize,
  });
  if (!found.ok) throw new Error(found.failure);
  return found.value;
}

function findById(state: PortalState, id: string): StoredRecord | undefined {
  const deal = /^\d+$/.test(id) ? state.records(dealType).get(id) : undefined;
  return deal?.archivedAt === null ? deal : undefined;
}

function nameOf(deal: StoredRecord): string {
  return currentValue(deal, 'dealname') ?? '';
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
