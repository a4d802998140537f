import type { Result } from '../../kernel/result.ts';
import { ok } from '../../kernel/result.ts';
import type { HubSpotFailure } from '../failure.ts';
import { batchReply } from '../schemas/batch-reply.ts';
import { dealSplit } from '../schemas/deal-split.ts';
import type { DealSplit } from '../schemas/deal-split.ts';
import type { PortalSession } from '../session.ts';
import { apiVersion } from '../version.ts';
import { chunk } from './chunk.ts';

/** Reads who shares the credit for deals; deals that are not split are left out. Scope `crm.dealsplits.read_write`. */
export async function readDealSplits(
  session: PortalSession,
  dealIds: readonly string[],
): Promise<Result<readonly DealSplit[], HubSpotFailure>> {
  const splits: DealSplit[] = [];
  for (const part of chunk([...new Set(dealIds)])) {
    const reply = await session.call({
      method: 'POST',
      path: `/deal-splits/${apiVersion.dealSplits}/batch/read`,
      json: { inputs: part.map((id) => ({ id })) },
      repeatable: true,
      reply: batchReply(dealSplit),
    });
    if (!reply.ok) return reply;
    splits.push(...reply.value.results.filter(({ shares }) => shares.length > 0));
  }
  return ok(splits);
}
