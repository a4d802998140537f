import type { CrmContext } from '@hubspot/ui-extensions';
import type { RecordType } from '../../contract/index.ts';

const contactTypeId = '0-1';

/** The record on which the card stands: it is shown on deals and contacts only. */
export function recordOf({ crm }: CrmContext): { recordType: RecordType; recordId: string } {
  const recordType = crm.objectTypeId === contactTypeId ? 'contact' : 'deal';
  return { recordType, recordId: String(crm.objectId) };
}
