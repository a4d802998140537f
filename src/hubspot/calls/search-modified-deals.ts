import type { Result } from '../../kernel/result.ts';
import { err } from '../../kernel/result.ts';
import type { HubSpotFailure } from '../failure.ts';
import { crmRecord } from '../schemas/crm-record.ts';
import type { CrmRecord } from '../schemas/crm-record.ts';
import { page } from '../schemas/page.ts';
import type { Page } from '../schemas/page.ts';
import type { PortalSession } from '../session.ts';
import { apiVersion } from '../version.ts';
import type { PageResult } from './list-pages.ts';

/** HubSpot gives no result of a search beyond this one. */
const lastResult = 10_000;
const pageSize = 200;

export interface DealSearchInput {
  /** Milliseconds since 1970; deals modified then or later. */
  readonly modifiedSince: number;
  readonly properties: readonly string[];
}

/**
 * Finds the deals modified since an instant, oldest change first, page by page; a deal may come twice. The index is
 * some seconds behind, so let windows overlap, and take the truth from a list. Scope `crm.objects.deals.read`.
 */
export async function* searchModifiedDeals(
  session: PortalSession,
  { modifiedSince, properties }: DealSearchInput,
): AsyncGenerator<PageResult<CrmRecord>, void, undefined> {
  let since = modifiedSince;
  let after = '0';
  for (;;) {
    const result: Result<Page<CrmRecord>, HubSpotFailure> = await session.call({
      method: 'POST',
      path: `/crm/objects/${apiVersion.objects}/deals/search`,
      json: searchBody({ since, after, properties }),
      bucket: 'search',
      repeatable: true,
      reply: page(crmRecord),
    });
    if (!result.ok) {
      yield result;
      return;
    }
    const { items, next } = result.value;
    yield { ok: true, value: items };
    if (next === null) return;
    if (Number(next) + pageSize <= lastResult) {
      after = next;
      continue;
    }
    const latest = Date.parse(items.at(-1)?.properties['hs_lastmodifieddate'] ?? '');
    // More deals were changed in one instant (an import) than a search can reach.
    if (!(latest > since)) {
      yield err({
        code: 'too_many_results',
        status: null,
        message: `More than ${lastResult} deals changed at once.`,
      });
      return;
    }
    since = latest;
    after = '0';
  }
}

function searchBody(input: { since: number; after: string; properties: readonly string[] }) {
  const modified = 'hs_lastmodifieddate';
  return {
    filterGroups: [{ filters: [{ propertyName: modified, operator: 'GTE', value: String(input.since) }] }],
    sorts: [{ propertyName: modified, direction: 'ASCENDING' }],
    properties: [...new Set([...input.properties, modified])],
    limit: pageSize,
    after: input.after,
  };
}
