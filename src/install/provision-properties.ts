import {
  createProperty,
  createPropertyGroup,
  listProperties,
  updateProperty,
  type HubSpotFailure,
  type PortalSession,
  type Property,
} from '../hubspot/index.ts';
import { ok, type Result } from '../kernel/result.ts';
import type { Manifest, PropertyDefinition } from '../manifest/index.ts';
import type { PropertyChoice } from './properties/choices/store.ts';
import { sortProperties } from './properties/sort-properties.ts';
import type { PropertyConflict } from './properties/store.ts';

export interface Provisioned {
  /** False without the scopes for it: nothing was created, and nothing will be written. */
  readonly provisioned: boolean;
  /** Properties that were not there, or not any more, and are now. */
  readonly made: readonly string[];
  /** Properties of our name that hold another kind of value: they are somebody else's and are left alone. */
  readonly conflicts: readonly PropertyConflict[];
}

/**
 * Creates Sideline's property group and those of its properties that the portal is to have, and adds options that one of ours has lost; everything else stays as
 * an admin left it, labels too. Doing it again changes nothing.
 */
export async function provisionProperties(
  session: PortalSession,
  manifest: Manifest,
  granted: readonly string[],
  choices: readonly PropertyChoice[],
): Promise<Result<Provisioned, HubSpotFailure>> {
  if (!mayWrite(manifest, granted)) return ok({ provisioned: false, made: [], conflicts: [] });
  const { objectType, group } = manifest.properties;
  const { wanted, unwanted } = sortProperties(manifest, choices);
  const listed = await listProperties(session, objectType);
  if (!listed.ok) return listed;
  const there = new Map(listed.value.map((property) => [property.name, property]));
  const missing = wanted.filter(({ name }) => !there.has(name));
  const conflicts: PropertyConflict[] = [];
  for (const definition of [...wanted, ...unwanted]) {
    const found = there.get(definition.name);
    if (!found) continue;
    if (found.type !== definition.type) {
      conflicts.push({ name: definition.name, foundType: found.type, wantedType: definition.type });
      continue;
    }
    const options = withLostOptions(definition, found);
    if (options === null) continue;
    const mended = await updateProperty(session, objectType, { name: definition.name, options });
    if (!mended.ok) return mended;
  }
  if (missing.length > 0) {
    const grouped = await createPropertyGroup(session, objectType, group);
    if (!grouped.ok) return grouped;
  }
  for (const definition of missing) {
    const created = await createProperty(session, objectType, describe(definition, group.name));
    if (!created.ok) return created;
  }
  return ok({ provisioned: true, made: missing.map(({ name }) => name), conflicts });
}

/** Whether the portal granted what writing back takes. */
export function mayWrite(manifest: Manifest, granted: readonly string[]): boolean {
  return manifest.properties.neededScopes.every((scope) => granted.includes(scope));
}

/** The options as they are and those of ours that are missing, in the form that HubSpot wants; null when none is. */
function withLostOptions(definition: PropertyDefinition, found: Property) {
  if (definition.type !== 'enumeration') return null;
  const values = new Set(found.options.map(({ value }) => value));
  const lost = definition.options.filter(({ value }) => !values.has(value));
  if (lost.length === 0) return null;
  return [...found.options, ...lost].map((option, displayOrder) => ({ ...option, displayOrder }));
}

/** HubSpot wants to be told in which order options stand. */
function describe(wanted: PropertyDefinition, groupName: string) {
  // What is ours to know is not HubSpot's.
  const definition = { ...wanted, written: undefined };
  if (definition.type !== 'enumeration') return { ...definition, groupName };
  const options = definition.options.map((option, displayOrder) => ({ ...option, displayOrder }));
  return { ...definition, groupName, options };
}
