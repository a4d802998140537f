const HUBSPOT = 'https://app.hubspot.com';
/** HubSpot's numbers of object types in addresses. */
const typeNumbers = { deal: '0-3', contact: '0-1' } as const;

/** Where HubSpot shows a deal, or a contact. */
export function recordAddress(
  portalId: number | undefined,
  recordId: string,
  type: keyof typeof typeNumbers = 'deal',
): string {
  return `${HUBSPOT}/contacts/${String(portalId)}/record/${typeNumbers[type]}/${recordId}`;
}
