import * as z from 'zod';
import type { Result } from '../../kernel/result.ts';
import type { HubSpotFailure } from '../failure.ts';
import { crmRecord } from '../schemas/crm-record.ts';
import type { CrmRecord } from '../schemas/crm-record.ts';
import type { PortalSession } from '../session.ts';
import { apiVersion } from '../version.ts';

/** The most that a search answers at once. */
const pageSize = 200;

/** HubSpot refuses a search whose body is longer. */
export const mostSearchCharacters = 3_000;

export interface DealRangeInput {
  /** Only larger ids; null for no bound. */
  readonly above: string | null;
  /** Only ids up to and including this one; null for no bound. */
  readonly upTo: string | null;
  /** Only smaller ids; null for no bound. */
  readonly below: string | null;
  readonly order: 'ASCENDING' | 'DESCENDING';
  /** How many of the range are left out before the first; with `limit` at most 10,000. */
  readonly offset?: number;
  readonly limit?: number;
  readonly properties: readonly string[];
}

export interface DealRange {
  readonly deals: readonly CrmRecord[];
  /** How many deals the whole range has. */
  readonly total: number;
}

const found = z
  .object({ total: z.number().int().min(0), results: z.array(crmRecord) })
  .transform(({ total, results }): DealRange => ({ total, deals: results }));

/**
 * Finds deals by id, in order of ids, at most 200 at once. The index is some seconds behind: a deal just made is missing,
 * one just edited is shown as it was. Scope `crm.objects.deals.read`.
 */
export function searchDealRange(
  session: PortalSession,
  input: DealRangeInput,
): Promise<Result<DealRange, HubSpotFailure>> {
  return session.call({
    method: 'POST',
    path: `/crm/objects/${apiVersion.objects}/deals/search`,
    json: searchDealRangeBody(input),
    bucket: 'search',
    repeatable: true,
    reply: found,
  });
}

/** The body of the search, to be measured against `mostSearchCharacters`. */
export function searchDealRangeBody(input: DealRangeInput) {
  const { above, upTo, below, order, offset = 0, limit = pageSize, properties } = input;
  const propertyName = 'hs_object_id';
  const filters = [
    ...(above === null ? [] : [{ propertyName, operator: 'GT', value: above }]),
    ...(upTo === null ? [] : [{ propertyName, operator: 'LTE', value: upTo }]),
    ...(below === null ? [] : [{ propertyName, operator: 'LT', value: below }]),
  ];
  return {
    ...(filters.length > 0 && { filterGroups: [{ filters }] }),
    sorts: [{ propertyName, direction: order }],
    properties,
    limit,
    after: String(offset),
  };
}
