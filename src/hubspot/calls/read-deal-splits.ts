import type { Result } from '../../kernel/result.ts';
import { ok } from '../../kernel/result.ts';
import type { HubSpotFailure } from '../failure.ts';
import { dealSplit } from '../schemas/deal-split.ts';
import type { DealSplit } from '../schemas/deal-split.ts';
import type { PortalSession } from '../session.ts';
import { apiVersion } from '../version.ts';
import { readBatch } from './read-batch.ts';

export const dealSplitsScope = 'crm.dealsplits.read_write';

/** Reads who shares the credit for deals; deals that are not split are left out. Scope `crm.dealsplits.read_write`. */
export async function readDealSplits(
  session: PortalSession,
  dealIds: readonly string[],
): Promise<Result<readonly DealSplit[], HubSpotFailure>> {
  const path = `/deal-splits/${apiVersion.dealSplits}/batch/read`;
  const read = await readBatch(session, { path, ids: dealIds, item: dealSplit });
  return read.ok ? ok(read.value.filter(({ shares }) => shares.length > 0)) : read;
}
