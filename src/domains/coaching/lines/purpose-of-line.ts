/** What a line of a rep's is sealed for. */
export const purposeOfLine = (portalId: number, repId: string): string =>
  `portal:${portalId}:line of ${repId}`;
