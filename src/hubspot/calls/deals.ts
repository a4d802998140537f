import type { PortalSession } from '../session.ts';
import { listPages } from './list-pages.ts';
import { listRecordPage } from './list-record-page.ts';

/** Which values of each record are wanted, and whether the archived ones instead of the others. */
export interface DealListInput {
  readonly properties: readonly string[];
  readonly archived?: boolean;
}

/** Reads one page of deals, to go on from a cursor that was kept. Scope `crm.objects.deals.read`. */
export function listDealPage(
  session: PortalSession,
  input: DealListInput & { readonly after: string | null },
) {
  return listRecordPage(session, { ...input, objectType: 'deals' });
}

/** Lists all deals page by page. Scope `crm.objects.deals.read`. */
export function listAllDeals(session: PortalSession, input: DealListInput) {
  return listPages((after) => listDealPage(session, { ...input, after }));
}
