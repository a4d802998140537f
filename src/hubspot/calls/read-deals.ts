import type { Result } from '../../kernel/result.ts';
import { ok } from '../../kernel/result.ts';
import type { HubSpotFailure } from '../failure.ts';
import { batchReply } from '../schemas/batch-reply.ts';
import { crmRecord } from '../schemas/crm-record.ts';
import type { CrmRecord } from '../schemas/crm-record.ts';
import type { PortalSession } from '../session.ts';
import { apiVersion } from '../version.ts';
import { chunk } from './chunk.ts';

export interface DealsRead {
  /** In no particular order. A deal that was merged comes under the id of the one that survived. */
  readonly deals: readonly CrmRecord[];
  /** Ids under which nothing came: deleted, merged into another deal, or never there. */
  readonly missing: readonly string[];
}

/** Reads the present values of deals by id. Scope `crm.objects.deals.read`. */
export async function readDeals(
  session: PortalSession,
  { ids, properties }: { readonly ids: readonly string[]; readonly properties: readonly string[] },
): Promise<Result<DealsRead, HubSpotFailure>> {
  const deals = new Map<string, CrmRecord>();
  for (const part of chunk([...new Set(ids)])) {
    const reply = await session.call({
      method: 'POST',
      path: `/crm/objects/${apiVersion.objects}/deals/batch/read`,
      json: { inputs: part.map((id) => ({ id })), properties },
      repeatable: true,
      reply: batchReply(crmRecord),
    });
    if (!reply.ok) return reply;
    for (const deal of reply.value.results) deals.set(deal.id, deal);
  }
  return ok({ deals: [...deals.values()], missing: [...new Set(ids)].filter((id) => !deals.has(id)) });
}
