import { err, ok, type Result } from '../../../kernel/result.ts';
import {
  customProperty,
  customPropertyChange,
  defineCustom,
  definitionFault,
  type CustomProperty,
} from '../definitions/custom-property.ts';
import type { PropertyDefinition } from '../definitions/property-definition.ts';
import { invalid, refuse, type Answer } from '../http/answer.ts';
import { parseBody } from '../http/parse-body.ts';
import type { Call } from '../http/route.ts';
import { appSource } from '../objects/app-source.ts';
import { instantText } from '../objects/instant-text.ts';
import type { ObjectType } from '../objects/object-types.ts';
import type { ChangeSource } from '../objects/stored-record.ts';
import type { Portal } from '../portal.ts';

/** Creates a property; one that was archived comes back with its old values under the new definition. */
export function createProperty(
  call: Call,
  type: ObjectType,
  body: unknown,
): Result<PropertyDefinition, Answer> {
  const parsed = parseBody(customProperty, body);
  if (!parsed.ok) return parsed;
  const { name } = parsed.value;
  const known = call.portal.state.definitions(type).get(name);
  if (known && !known.archived) {
    return err(
      refuse(409, {
        message: `Property named '${name}' already exists. `,
        category: 'OBJECT_ALREADY_EXISTS',
        subCategory: 'Properties.PROPERTY_WITH_NAME_EXISTS',
        context: { name: [name] },
      }),
    );
  }
  const createdAt = instantText(call.portal.businessClock.now());
  return keep(call, type, { property: parsed.value, createdAt, known: known ?? null });
}

/** Changes what the body names; `options` replaces the whole list. */
export function changeProperty(
  call: Call,
  type: ObjectType,
  known: PropertyDefinition,
): Result<PropertyDefinition, Answer> {
  if (known.modificationMetadata.readOnlyDefinition) {
    return err(invalid(`Property ${known.name} is defined by HubSpot and cannot be changed`));
  }
  const change = parseBody(customPropertyChange, call.body);
  if (!change.ok) return change;
  const named = Object.fromEntries(
    Object.entries(change.value).filter(([key]) => key in (call.body as object)),
  );
  const whole = parseBody(customProperty, { ...known, ...named });
  return whole.ok ? keep(call, type, { property: whole.value, createdAt: known.createdAt, known }) : whole;
}

function keep(
  call: Call,
  type: ObjectType,
  {
    property,
    createdAt,
    known,
  }: { property: CustomProperty; createdAt: string; known: PropertyDefinition | null },
): Result<PropertyDefinition, Answer> {
  const { state, businessClock } = call.portal;
  if (!state.groups(type).get(property.groupName)) {
    return err(invalid(`Property group ${property.groupName} does not exist`));
  }
  const fault = definitionFault(property);
  if (fault) return err(invalid(fault.message, [fault]));
  const at = instantText(businessClock.now());
  const definition = defineCustom(property, { createdAt, updatedAt: at });
  state.definitions(type).put(definition.name, definition);
  call.portal.settingsChanges.publish({
    kind: known === null ? 'property created' : known.archived ? 'property restored' : 'property changed',
    type,
    name: definition.name,
    before: known,
    after: definition,
    source: appSource(call.portal.app),
    at,
  });
  return ok(definition);
}

/** Archives a property; its values stay with the records. */
export function archiveProperty(
  portal: Portal,
  type: ObjectType,
  { name, source }: { name: string; source: ChangeSource },
): Answer | null {
  const { state, businessClock } = portal;
  const known = state.definitions(type).get(name);
  if (!known || known.archived) return propertyNotFound(name);
  if (!known.modificationMetadata.archivable)
    return invalid(`Property ${name} is defined by HubSpot and cannot be deleted`);
  const at = instantText(businessClock.now());
  const archived = { ...known, archived: true, archivedAt: at };
  state.definitions(type).put(name, archived);
  portal.settingsChanges.publish({
    kind: 'property deleted',
    type,
    name,
    before: known,
    after: archived,
    source,
    at,
  });
  return null;
}

export function propertyNotFound(name: string): Answer {
  return refuse(404, {
    message: `Property ${name} does not exist`,
    category: 'OBJECT_NOT_FOUND',
    context: { name: [name] },
  });
}
