import type { PortalSession } from '../session.ts';
import type { UpdateOutcome } from './sort-batch-rows.ts';
import { updateRecords } from './update-records.ts';
import type { RecordUpdate } from './update-records.ts';

/** Sets properties of deals, each id at most once. Scope `crm.objects.deals.write`. */
export function updateDeals(
  session: PortalSession,
  updates: readonly RecordUpdate[],
): Promise<UpdateOutcome> {
  return updateRecords(session, 'deals', updates);
}
