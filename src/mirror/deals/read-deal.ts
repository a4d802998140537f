import { convert, minorDigits, parseMoney } from '../../kernel/money.ts';
import { listMerged } from './list-merged.ts';
import { enteredProperty, exitedProperty } from './deal-properties.ts';
import type { MirroredDeal, StageFacts } from './mirrored-deal.ts';

/** The part of HubSpot's record that the mirror reads. */
export interface DealRecord {
  readonly id: string;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly properties: Readonly<Record<string, string | null>>;
}

interface Setting {
  readonly companyCurrency: string;
  readonly stages: readonly StageFacts[];
  readonly ownNames: readonly string[];
  /** What one unit of a currency is worth in the company's now; a decimal. */
  readonly rates: ReadonlyMap<string, string>;
}

/** Reads HubSpot's strings. An empty string means the same as null there: the value was cleared. */
export function readDeal(
  record: DealRecord,
  { companyCurrency, stages, ownNames, rates }: Setting,
): MirroredDeal {
  const text = (name: string): string | null => record.properties[name] || null;
  const instant = (name: string): Date | null => readInstant(text(name));
  const currency = text('deal_currency_code') ?? companyCurrency;
  const stamped = text('hs_exchange_rate');
  const converted = text('amount_in_home_currency');
  const current = rates.get(currency) ?? null;
  const entries = stages
    .flatMap((stage) => {
      const enteredAt = instant(enteredProperty(stage.id));
      return enteredAt ? [{ stageId: stage.id, enteredAt: enteredAt.toISOString() }] : [];
    })
    .sort((left, right) => left.enteredAt.localeCompare(right.enteredAt));
  const merged = listMerged(record);
  const won = stages.filter((stage) => stage.isWon).map((stage) => stage.id);
  const stageId = text('dealstage') ?? '';
  return {
    id: record.id,
    ...(merged.length > 0 && { mergedIds: merged }),
    name: text('dealname') ?? `Deal ${record.id}`,
    pipelineId: text('pipeline') ?? '',
    stageId,
    ownerId: text('hubspot_owner_id'),
    amount: isExact(Number(text('amount')), currency) ? text('amount') : null,
    currency,
    exchangeRate: stamped ?? current,
    homeMinor: homeMinor(
      text('amount'),
      currency,
      companyCurrency,
      stamped ?? (converted === null ? current : null),
      converted,
    ),
    closeAt: instant('closedate'),
    createdAt: instant('createdate') ?? new Date(record.createdAt),
    modifiedAt: instant('hs_lastmodifieddate') ?? new Date(record.updatedAt),
    isClosed: text('hs_is_closed') === 'true',
    isWon: text('hs_is_closed_won') === 'true',
    isSplit: text('hs_is_deal_split') === 'true',
    forecastCategory: text('hs_manual_forecast_category'),
    stageEnteredAt: instant(enteredProperty(stageId)),
    wonEnteredAt: latest(won.map((id) => instant(enteredProperty(id)))),
    wonExitedAt: latest(won.map((id) => instant(exitedProperty(id)))),
    lastActivityAt: instant('notes_last_updated'),
    nextActivityAt: instant('notes_next_activity_date'),
    hasNextStep: text('hs_next_step') !== null,
    stageEntries: entries,
    known: Object.fromEntries(
      ownNames.flatMap((name) => (text(name) === null ? [] : [[name, text(name) ?? '']])),
    ),
  };
}

/**
 * A mistyped amount beyond exact integers counts as none: it must not keep the rest of the portal from being read.
 * The stamped rate decides, so that the number can be recomputed from what the deal shows; where HubSpot gives none, its
 * own conversion is taken, and where it has converted nothing the rate that holds now. A deal in the company currency needs neither.
 */
function homeMinor(
  amount: string | null,
  currency: string,
  companyCurrency: string,
  rate: string | null,
  converted: string | null,
): number | null {
  if (!isExact(Number(amount), currency)) return null;
  const own = parseMoney(amount, currency);
  if (!own) return null;
  if (currency === companyCurrency) return own.minor;
  if (rate) {
    const isHomeExact = isExact(Number(amount) * Number(rate), companyCurrency);
    return isHomeExact ? convert(own, rate, companyCurrency).minor : null;
  }
  const isConversionExact = isExact(Number(converted), companyCurrency);
  return isConversionExact ? (parseMoney(converted, companyCurrency)?.minor ?? null) : null;
}

/** A hundred billion: no deal is larger, and the sum of a company's deals, and the pace it projects, stay exact integers. */
const largestMinor = 1e13;

function isExact(amount: number, currency: string): boolean {
  return Math.abs(amount) * 10 ** minorDigits(currency) < largestMinor;
}

/** HubSpot gives ISO instants, or epoch milliseconds on some older paths. */
function readInstant(text: string | null): Date | null {
  if (!text) return null;
  const instant = new Date(/^-?\d+$/.test(text) ? Number(text) : text);
  return Number.isNaN(instant.getTime()) ? null : instant;
}

function latest(instants: readonly (Date | null)[]): Date | null {
  return instants.reduce((last, instant) => (instant && (!last || instant > last) ? instant : last), null);
}
