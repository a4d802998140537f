import Big from 'big.js';
import type { DealFacts } from './deal-facts.ts';
import { currentValue, type StoredRecord } from './stored-record.ts';

const millisecondsPerDay = 86_400_000;

/**
 * The read-only values that HubSpot derives from a deal's written ones. `before` is the deal as it was until the
 * instant `at` (null when it is being created); stamps (dates of entering and leaving a stage, exchange rate) carry over
 * from it.
 */
export function calculateDeal({
  deal,
  before,
  at,
  facts,
}: {
  deal: StoredRecord;
  before: StoredRecord | null;
  at: string;
  facts: DealFacts;
}): Readonly<Record<string, string>> {
  const probability = facts.probability(currentValue(deal, 'pipeline'), currentValue(deal, 'dealstage'));
  const won = probability !== null && Big(probability).eq(1);
  const lost = probability !== null && Big(probability).eq(0);
  const stamps = {
    ...stageStamps(deal, before, at),
    ...outcomeStamps({ deal, before, at, won, closed: won || lost, facts }),
    ...(currentValue(deal, 'hubspot_owner_id') !== (before && currentValue(before, 'hubspot_owner_id')) && {
      hubspot_owner_assigneddate: at,
    }),
  };
  return {
    ...before?.calculated,
    ...stamps,
    ...outcome(won, lost, probability),
    ...amounts({
      deal,
      won,
      open: !won && !lost,
      probability,
      rate: stamps.hs_exchange_rate,
    }),
    ...people(deal, facts),
    days_to_close: daysToClose(deal),
    hs_object_id: deal.id,
    hs_createdate: deal.createdAt,
    hs_lastmodifieddate: deal.updatedAt,
  };
}

function stageStamps(deal: StoredRecord, before: StoredRecord | null, at: string): Record<string, string> {
  const stage = currentValue(deal, 'dealstage');
  const stageBefore = before && currentValue(before, 'dealstage');
  if (stage === stageBefore) return {};
  return {
    ...(stageBefore && { [`hs_v2_date_exited_${stageBefore}`]: at }),
    ...(stage && { [`hs_v2_date_entered_${stage}`]: at, [`hs_v2_date_exited_${stage}`]: '' }),
    hs_v2_date_entered_current_stage: at,
  };
}

/** The exchange rate is stamped when a deal is created, when its currency changes and when it closes. */
function outcomeStamps({
  deal,
  before,
  at,
  won,
  closed,
  facts,
}: {
  deal: StoredRecord;
  before: StoredRecord | null;
  at: string;
  won: boolean;
  closed: boolean;
  facts: DealFacts;
}): { hs_exchange_rate: string; hs_closed_won_date: string } {
  const currency = currentValue(deal, 'deal_currency_code') ?? facts.companyCurrency;
  const currencyBefore = before && (currentValue(before, 'deal_currency_code') ?? facts.companyCurrency);
  const wasClosed = before?.calculated['hs_is_closed'] === 'true';
  const wasWon = before?.calculated['hs_is_closed_won'] === 'true';
  const rateBefore = before?.calculated['hs_exchange_rate'];
  const kept = currency === currencyBefore && !(closed && !wasClosed) ? rateBefore : undefined;
  return {
    hs_exchange_rate: kept ?? facts.rate(currency, at),
    hs_closed_won_date: won ? (wasWon && before.calculated['hs_closed_won_date']) || at : '',
  };
}

function outcome(won: boolean, lost: boolean, probability: string | null): Record<string, string> {
  const closed = won || lost;
  return {
    hs_deal_stage_probability: probability ?? '',
    hs_is_closed: String(closed),
    hs_is_closed_won: String(won),
    hs_is_closed_lost: String(lost),
    hs_is_open_count: closed ? '0' : '1',
    hs_is_closed_count: closed ? '1' : '0',
    hs_closed_won_count: won ? '1' : '0',
  };
}

function amounts({
  deal,
  won,
  open,
  probability,
  rate,
}: {
  deal: StoredRecord;
  won: boolean;
  open: boolean;
  probability: string | null;
  rate: string;
}): Record<string, string> {
  const amount = currentValue(deal, 'amount');
  const home = times(amount, rate);
  return {
    amount_in_home_currency: home,
    hs_projected_amount: times(amount, probability),
    hs_projected_amount_in_home_currency: times(home, probability),
    hs_forecast_amount: times(amount, currentValue(deal, 'hs_forecast_probability') ?? '1'),
    hs_closed_amount: won ? (amount ?? '0') : '0',
    hs_closed_amount_in_home_currency: won ? home || '0' : '0',
    hs_open_amount_in_home_currency: open ? home || '0' : '0',
  };
}

function times(amount: string | null, factor: string | null): string {
  return amount && factor ? Big(amount).times(factor).toFixed() : '';
}

function people(deal: StoredRecord, facts: DealFacts): Record<string, string> {
  const owner = currentValue(deal, 'hubspot_owner_id');
  const splitOwners = facts.splitOwners(deal.id);
  return {
    hubspot_team_id: facts.primaryTeam(owner) ?? '',
    hs_all_owner_ids: owner ?? '',
    hs_is_deal_split: String(splitOwners.length > 0),
    hs_num_associated_deal_splits: String(splitOwners.length),
    hs_all_deal_split_owner_ids: splitOwners.join(';'),
  };
}

function daysToClose(deal: StoredRecord): string {
  const [from, to] = [currentValue(deal, 'createdate'), currentValue(deal, 'closedate')];
  if (!from || !to) return '';
  return String(Math.max(0, Math.floor((Date.parse(to) - Date.parse(from)) / millisecondsPerDay)));
}
