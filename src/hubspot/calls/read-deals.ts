import type { Result } from '../../kernel/result.ts';
import type { HubSpotFailure } from '../failure.ts';
import { crmRecord } from '../schemas/crm-record.ts';
import type { CrmRecord } from '../schemas/crm-record.ts';
import type { PortalSession } from '../session.ts';
import { readRecords } from './read-records.ts';
import type { RecordsRead } from './read-records.ts';

/** Reads the present values of deals by id. Scope `crm.objects.deals.read`. */
export function readDeals(
  session: PortalSession,
  input: { readonly ids: readonly string[]; readonly properties: readonly string[] },
): Promise<Result<RecordsRead<CrmRecord>, HubSpotFailure>> {
  return readRecords(session, { ...input, objectType: 'deals', item: crmRecord });
}
