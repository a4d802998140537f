import {
  createProperty,
  createPropertyGroup,
  type HubSpotFailure,
  type PortalSession,
} from '../hubspot/index.ts';
import { ok, type Result } from '../kernel/result.ts';
import type { Manifest, PropertyDefinition } from '../manifest/index.ts';

/**
 * Creates Sideline's property group and properties; what is there already is left as it is, so that doing it again
 * changes nothing. Without the scopes for it nothing is created and nothing will be written.
 */
export async function provisionProperties(
  session: PortalSession,
  manifest: Manifest,
  granted: readonly string[],
): Promise<Result<{ readonly provisioned: boolean }, HubSpotFailure>> {
  if (!mayWrite(manifest, granted)) return ok({ provisioned: false });
  const { objectType, group, definitions } = manifest.properties;
  const grouped = await createPropertyGroup(session, objectType, group);
  if (!grouped.ok) return grouped;
  for (const definition of definitions) {
    const created = await createProperty(session, objectType, describe(definition, group.name));
    if (!created.ok) return created;
  }
  return ok({ provisioned: true });
}

/** Whether the portal granted what writing back takes. */
export function mayWrite(manifest: Manifest, granted: readonly string[]): boolean {
  return manifest.properties.neededScopes.every((scope) => granted.includes(scope));
}

/** HubSpot wants to be told in which order options stand. */
function describe(definition: PropertyDefinition, groupName: string) {
  if (definition.type !== 'enumeration') return { ...definition, groupName };
  const options = definition.options.map((option, displayOrder) => ({ ...option, displayOrder }));
  return { ...definition, groupName, options };
}
