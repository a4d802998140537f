import type { RecordLink } from '../../contract/index.ts';

/** Where a deal stands in HubSpot. */
export function linkDeal(
  portalId: number,
  { id, name }: { readonly id: string; readonly name: string },
): RecordLink {
  return { objectTypeId: '0-3', recordId: id, name, path: `/contacts/${portalId}/record/0-3/${id}` };
}
