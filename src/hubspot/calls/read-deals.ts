import type { Result } from '../../kernel/result.ts';
import { ok } from '../../kernel/result.ts';
import type { HubSpotFailure } from '../failure.ts';
import { crmRecord } from '../schemas/crm-record.ts';
import type { CrmRecord } from '../schemas/crm-record.ts';
import type { PortalSession } from '../session.ts';
import { apiVersion } from '../version.ts';
import { readBatch } from './read-batch.ts';

export interface DealsRead {
  /** In no particular order, each once. A deal that was merged comes under the id of the one that survived. */
  readonly deals: readonly CrmRecord[];
  /** Ids under which nothing came: deleted, merged into another deal, or never there. */
  readonly missing: readonly string[];
}

/** Reads the present values of deals by id. Scope `crm.objects.deals.read`. */
export async function readDeals(
  session: PortalSession,
  { ids, properties }: { readonly ids: readonly string[]; readonly properties: readonly string[] },
): Promise<Result<DealsRead, HubSpotFailure>> {
  const path = `/crm/objects/${apiVersion.objects}/deals/batch/read`;
  const read = await readBatch(session, { path, ids, further: { properties }, item: crmRecord });
  if (!read.ok) return read;
  const deals = new Map(read.value.map((deal) => [deal.id, deal]));
  return ok({ deals: [...deals.values()], missing: [...new Set(ids)].filter((id) => !deals.has(id)) });
}
