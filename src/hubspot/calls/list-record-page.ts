import type { Result } from '../../kernel/result.ts';
import type { HubSpotFailure } from '../failure.ts';
import { crmRecord } from '../schemas/crm-record.ts';
import type { CrmRecord } from '../schemas/crm-record.ts';
import { page } from '../schemas/page.ts';
import type { Page } from '../schemas/page.ts';
import type { PortalSession } from '../session.ts';
import { apiVersion } from '../version.ts';

export interface RecordPageInput {
  /** HubSpot's name of the object type, for example `deals`. */
  readonly objectType: string;
  readonly properties: readonly string[];
  /** The cursor that the page before gave; null for the first page. */
  readonly after: string | null;
  /** True lists the archived records only, instead of the others. */
  readonly archived?: boolean;
}

/** Reads one page of records, at most 100, by ascending id. */
export function listRecordPage(
  session: PortalSession,
  { objectType, properties, after, archived = false }: RecordPageInput,
): Promise<Result<Page<CrmRecord>, HubSpotFailure>> {
  return session.call({
    method: 'GET',
    path: `/crm/objects/${apiVersion.objects}/${objectType}`,
    query: {
      limit: '100',
      properties: properties.join(','),
      archived: String(archived),
      ...(after !== null && { after }),
    },
    repeatable: true,
    reply: page(crmRecord),
  });
}
