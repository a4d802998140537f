import type { PortalRecord, Property } from '../portal-types.ts';

/** A property of the record by its internal name, whichever group it is in. */
export const findProperty = (record: PortalRecord, name: string): Property | undefined =>
  record.groups.flatMap((group) => group.properties).find((property) => property.name === name);
