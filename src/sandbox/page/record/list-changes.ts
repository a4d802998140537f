import type { PortalRecord } from '../portal-types.ts';

/** One property that changed while the page was open, as people read it. */
export interface PropertyChange {
  readonly name: string;
  readonly label: string;
  /** The group that the property is in. */
  readonly group: string;
  readonly before: string;
  readonly after: string;
  readonly at: Date;
}

/** What differs, as people read it, between two readings of one record. */
export function listChanges(before: PortalRecord, after: PortalRecord, at: Date): PropertyChange[] {
  const shownBefore = new Map(
    before.groups.flatMap((group) => group.properties.map((property) => [property.name, property] as const)),
  );
  return after.groups
    .flatMap((group) => group.properties.map((property) => ({ ...property, group: group.name })))
    .map((property) => ({
      name: property.name,
      label: property.label,
      group: property.group,
      before: shownBefore.get(property.name)?.display || '–',
      after: property.display || '–',
      at,
    }))
    .filter((change) => change.before !== change.after);
}
