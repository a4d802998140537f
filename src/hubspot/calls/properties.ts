import type { Result } from '../../kernel/result.ts';
import { ok } from '../../kernel/result.ts';
import type { HubSpotFailure } from '../failure.ts';
import { nothing } from '../schemas/fields.ts';
import { list } from '../schemas/page.ts';
import { property, propertyGroup } from '../schemas/property.ts';
import type { Property, PropertyGroup } from '../schemas/property.ts';
import type { PortalSession } from '../session.ts';
import { apiVersion } from '../version.ts';

/** What HubSpot needs to know of a new property; `objectType` is for example `deals`. */
export interface PropertyDefinition {
  readonly name: string;
  readonly label: string;
  readonly description?: string;
  readonly groupName: string;
  readonly type: string;
  readonly fieldType: string;
  readonly options?: readonly {
    readonly label: string;
    readonly value: string;
    readonly displayOrder: number;
  }[];
  readonly [further: string]: unknown;
}

const pathOf = (objectType: string) => `/crm/properties/${apiVersion.properties}/${objectType}`;

/** Lists all properties of an object type. Scope `crm.objects.deals.read` for deals. */
export function listProperties(session: PortalSession, objectType: string) {
  return session.call({ method: 'GET', path: pathOf(objectType), repeatable: true, reply: list(property) });
}

/**
 * Creates a property; `exists` when there is one of that name. HubSpot gives an archived property of that name its old
 * values back. Scope `crm.schemas.deals.write` for deals.
 */
export function createProperty(
  session: PortalSession,
  objectType: string,
  definition: PropertyDefinition,
): Promise<Result<Property | 'exists', HubSpotFailure>> {
  return orExists(
    session.call({
      method: 'POST',
      path: pathOf(objectType),
      json: definition,
      repeatable: true,
      reply: property,
    }),
  );
}

/** Changes a property; `options`, when given, replaces the whole list. Scope `crm.schemas.deals.write` for deals. */
export function updateProperty(
  session: PortalSession,
  objectType: string,
  { name, ...changes }: Partial<PropertyDefinition> & { readonly name: string },
) {
  return session.call({
    method: 'PATCH',
    path: `${pathOf(objectType)}/${encodeURIComponent(name)}`,
    json: changes,
    repeatable: true,
    reply: property,
  });
}

/** Deletes a property; `gone` when there is none. HubSpot keeps its values for 90 days. Scope `crm.schemas.deals.write` for deals. */
export function archiveProperty(
  session: PortalSession,
  objectType: string,
  name: string,
): Promise<Result<undefined | 'gone', HubSpotFailure>> {
  const path = `${pathOf(objectType)}/${encodeURIComponent(name)}`;
  return orGone(session.call({ method: 'DELETE', path, repeatable: true, reply: nothing }));
}

/** Deletes a group that holds no property any more; `gone` when there is none. */
export function archivePropertyGroup(
  session: PortalSession,
  objectType: string,
  name: string,
): Promise<Result<undefined | 'gone', HubSpotFailure>> {
  const path = `${pathOf(objectType)}/groups/${encodeURIComponent(name)}`;
  return orGone(session.call({ method: 'DELETE', path, repeatable: true, reply: nothing }));
}

/** Creates a group that properties are shown under; `exists` when there is one of that name. */
export function createPropertyGroup(
  session: PortalSession,
  objectType: string,
  group: PropertyGroup,
): Promise<Result<PropertyGroup | 'exists', HubSpotFailure>> {
  return orExists(
    session.call({
      method: 'POST',
      path: `${pathOf(objectType)}/groups`,
      json: { ...group, displayOrder: -1 },
      repeatable: true,
      reply: propertyGroup,
    }),
  );
}

/** Names are unique, so a creation may be repeated: the second one finds the first. */
async function orExists<Value>(
  creation: Promise<Result<Value, HubSpotFailure>>,
): Promise<Result<Value | 'exists', HubSpotFailure>> {
  const result = await creation;
  return !result.ok && result.failure.code === 'conflict' ? ok('exists') : result;
}

async function orGone(
  deletion: Promise<Result<unknown, HubSpotFailure>>,
): Promise<Result<undefined | 'gone', HubSpotFailure>> {
  const result = await deletion;
  if (result.ok) return ok(undefined);
  return result.failure.code === 'not_found' ? ok('gone') : result;
}
