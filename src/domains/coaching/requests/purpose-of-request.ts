/** What the reason of a request is sealed for. */
export const purposeOfRequest = (portalId: number, repId: string): string =>
  `portal:${portalId}:request about ${repId}`;
