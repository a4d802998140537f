import * as z from 'zod';
import { answer, invalid, type Answer } from '../http/answer.ts';
import { parseBody } from '../http/parse-body.ts';
import type { Call, Route } from '../http/route.ts';
import { appSource } from '../objects/app-source.ts';
import { mergeRecords } from '../objects/merge-records.ts';
import { contactType, type ObjectType } from '../objects/object-types.ts';
import { purgeRecord } from '../objects/purge-record.ts';
import { findRecord, objectRoute, recordId, recordNotFound, show } from './object-call.ts';

const mergeBody = z.object({ primaryObjectId: recordId, objectIdToMerge: recordId });
const purgeBody = z.object({ objectId: recordId, idProperty: z.string().nullish() });

export const mergeRoutes: readonly Route[] = [
  objectRoute('post', '/crm/objects/:objectType/merge', 'writeScopes', merge),
  objectRoute('post', '/crm/objects/:objectType/gdpr-delete', 'writeScopes', purge),
];

function merge(call: Call, type: ObjectType): Answer {
  const body = parseBody(mergeBody, call.body);
  if (!body.ok) return body.failure;
  const { primaryObjectId, objectIdToMerge } = body.value;
  const find = (id: string) => findRecord(call.portal.state, type, { id, archived: false });
  const [primary, merged] = [find(primaryObjectId), find(objectIdToMerge)];
  if (!primary) return recordNotFound(primaryObjectId);
  if (!merged) return recordNotFound(objectIdToMerge);
  if (primary.id === merged.id) return invalid('A record cannot be merged with itself');
  const record = mergeRecords(call.portal, { type, primary, merged, source: appSource(call.portal.app) });
  return answer(200, show(call, type, record));
}

/** Only contacts can be deleted for good by an app. */
function purge(call: Call, type: ObjectType): Answer {
  if (type !== contactType) return answer(404);
  const body = parseBody(purgeBody, call.body);
  if (!body.ok) return body.failure;
  const { objectId: id, idProperty } = body.value;
  const record =
    findRecord(call.portal.state, type, { id, idProperty, archived: false }) ??
    findRecord(call.portal.state, type, { id, idProperty, archived: true });
  if (!record) return recordNotFound(id);
  purgeRecord(call.portal, { type, record, source: appSource(call.portal.app) });
  return answer(204);
}
