const HUBSPOT = 'https://app.hubspot.com';
/** HubSpot's number of the object type deal in addresses. */
const DEALS = '0-3';

/** Where HubSpot shows a deal. */
export function recordAddress(portalId: number | undefined, dealId: string): string {
  return `${HUBSPOT}/contacts/${String(portalId)}/record/${DEALS}/${dealId}`;
}
