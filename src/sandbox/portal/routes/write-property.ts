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
import { instantText } from '../objects/instant-text.ts';
import type { ObjectType } from '../objects/object-types.ts';

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
  return keep(call, type, { property: parsed.value, createdAt });
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
  return whole.ok ? keep(call, type, { property: whole.value, createdAt: known.createdAt }) : whole;
}

function keep(
  call: Call,
  type: ObjectType,
  { property, createdAt }: { property: CustomProperty; createdAt: string },
): Result<PropertyDefinition, Answer> {
  const { state, businessClock } = call.portal;
  if (!state.groups(type).get(property.groupName)) {
    return err(invalid(`Property group ${property.groupName} does not exist`));
  }
  const fault = definitionFault(property);
  if (fault) return err(invalid(fault.message, [fault]));
  const definition = defineCustom(property, { createdAt, updatedAt: instantText(businessClock.now()) });
  state.definitions(type).put(definition.name, definition);
  return ok(definition);
}

/** Archives a property; its values stay with the records. */
export function archiveProperty(call: Call, type: ObjectType, name: string): Answer | null {
  const { state, businessClock } = call.portal;
  const known = state.definitions(type).get(name);
  if (!known || known.archived) return propertyNotFound(name);
  if (!known.modificationMetadata.archivable)
    return invalid(`Property ${name} is defined by HubSpot and cannot be deleted`);
  const archivedAt = instantText(businessClock.now());
  state.definitions(type).put(name, { ...known, archived: true, archivedAt });
  return null;
}

export function propertyNotFound(name: string): Answer {
  return refuse(404, {
    message: `Property ${name} does not exist`,
    category: 'OBJECT_NOT_FOUND',
    context: { name: [name] },
  });
}
