import * as z from 'zod';
import type { Call, Route } from '../http/route.ts';
import { invalid, notFound, refuse, type Answer } from '../http/answer.ts';
import { ageTask } from '../objects/calculate-task.ts';
import { findObjectType, taskType, type ObjectType } from '../objects/object-types.ts';
import type { PropertyFault, WriteWarning } from '../objects/check-values.ts';
import { showAssociations } from '../objects/show-associations.ts';
import { survivorOf } from '../objects/merge-records.ts';
import { showRecord, type ShownRecord } from '../objects/show-record.ts';
import type { StoredRecord } from '../objects/stored-record.ts';
import type { PortalState } from '../state/portal-state.ts';

/** Ids are strings, but HubSpot also takes numbers. */
export const recordId = z.union([z.string(), z.number()]).transform(String);

/** A route for every object type: it finds the type first and asks for the scopes of that type. */
export function objectRoute(
  method: Route['method'],
  path: string,
  access: 'readScopes' | 'writeScopes' | 'schemaScopes',
  answer: (call: Call, type: ObjectType) => Answer,
  limit: Route['limit'] = 'rolling',
): Route {
  return {
    method,
    path,
    limit,
    scopes: (params) => findObjectType(params['objectType'] ?? '')?.[access] ?? [],
    answer(call) {
      const name = call.params['objectType'] ?? '';
      const type = findObjectType(name);
      return type ? answer(call, type) : invalid(`Unable to infer object type from: ${name}`);
    },
  };
}

/** A comma list that may also be repeated. */
function listParameter(query: URLSearchParams, name: string): readonly string[] {
  return query
    .getAll(name)
    .flatMap((text) => text.split(','))
    .map((text) => text.trim())
    .filter((text) => text !== '');
}

export function askedProperties({ query }: Call) {
  return {
    properties: listParameter(query, 'properties'),
    withHistory: listParameter(query, 'propertiesWithHistory'),
    associations: listParameter(query, 'associations'),
  };
}

export function show(
  call: Call,
  type: ObjectType,
  record: StoredRecord,
  asked: {
    properties?: readonly string[];
    withHistory?: readonly string[];
    associations?: readonly string[];
  } = {},
): ShownRecord {
  const { state } = call.portal;
  const associations = showAssociations(call.portal, type, record, asked.associations ?? []);
  const shown = showRecord({
    type,
    record: type === taskType ? ageTask(record, call.portal.businessClock.now()) : record,
    definitions: state.definitions(type),
    portalId: state.account.portalId,
    properties: asked.properties ?? [],
    withHistory: asked.withHistory ?? [],
  });
  return associations ? { ...shown, associations } : shown;
}

/** The answer to a write: the type's default properties and those that were written. */
export function showWritten(
  call: Call,
  type: ObjectType,
  record: StoredRecord,
  written: Readonly<Record<string, string>>,
  warnings: readonly WriteWarning[] = [],
): ShownRecord & { warnings?: readonly WriteWarning[] } {
  const shown = show(call, type, record, {
    properties: [...type.defaultProperties, ...Object.keys(written)],
  });
  return warnings.length === 0 ? shown : { ...shown, warnings };
}

/** Finds a record by id, which a merge may have turned into another's, or by the value of a unique property. */
export function findRecord(
  state: PortalState,
  type: ObjectType,
  { id, idProperty, archived }: { id: string; idProperty?: string | null | undefined; archived: boolean },
): StoredRecord | undefined {
  const unique = idProperty ? state.definitions(type).get(idProperty)?.hasUniqueValue : true;
  if (!unique) return undefined;
  const records = state.records(type);
  const found = idProperty
    ? records.findUnique(idProperty, id)
    : records.get(survivorOf({ state }, type, id));
  return found && (found.archivedAt !== null) === archived ? found : undefined;
}

export function recordNotFound(id: string): Answer {
  if (/^\d+$/.test(id)) return notFound;
  return refuse(404, {
    message: 'Object not found.  objectId are usually numeric.',
    category: 'OBJECT_NOT_FOUND',
    context: { id: [id] },
  });
}

/** HubSpot's answer to values that it cannot store. */
export function refuseValues(faults: readonly PropertyFault[], portalId: number): Answer {
  const nested = faults.map(({ property, code, message }) => ({
    isValid: false,
    message,
    error: code,
    name: property,
    localizedErrorMessage: message,
    portalId,
  }));
  return invalid(
    `Property values were not valid: ${JSON.stringify(nested)}`,
    faults.map(({ property, code, message }) => ({ message, code, context: { propertyName: [property] } })),
  );
}
