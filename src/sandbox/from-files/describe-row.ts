import type { DealRow } from '../../csv/index.ts';
import type { SeedDeal } from '../seed.ts';
import { slug } from './make-ids.ts';

/** Headings of HubSpot's export that are properties of its own, by slug. */
const HUBSPOT_PROPERTIES: ReadonlyMap<string, string> = new Map([
  ['deal_type', 'dealtype'],
  ['next_step', 'hs_next_step'],
  ['priority', 'hs_priority'],
  ['closed_lost_reason', 'closed_lost_reason'],
  ['closed_won_reason', 'closed_won_reason'],
  ['deal_description', 'description'],
]);

const FORECAST_CATEGORIES: ReadonlyMap<string, string> = new Map([
  ['notforecasted', 'OMIT'],
  ['pipeline', 'PIPELINE'],
  ['bestcase', 'BEST_CASE'],
  ['commit', 'COMMIT'],
  ['closedwon', 'CLOSED'],
]);

/** The categories of a row as properties: HubSpot's own where the heading says so, else named after the heading. */
export function describeRow(
  { categories }: DealRow,
  closed: boolean,
): Pick<SeedDeal, 'forecastCategory' | 'properties'> {
  let forecastCategory: string | null = null;
  const properties: Record<string, string | null> = {};
  for (const [heading, text] of Object.entries(categories)) {
    const name = slug(heading, '_');
    if (name === 'forecast_category') forecastCategory = FORECAST_CATEGORIES.get(slug(text ?? '')) ?? null;
    else properties[HUBSPOT_PROPERTIES.get(name) ?? `category_${name}`] = text;
  }
  return { forecastCategory: closed ? null : forecastCategory, properties };
}
