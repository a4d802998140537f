import * as z from 'zod';
import { answer, invalid, refuse, type Answer } from '../http/answer.ts';
import { parseBody } from '../http/parse-body.ts';
import type { Call, Route } from '../http/route.ts';
import { appSource } from '../objects/app-source.ts';
import { instantText } from '../objects/instant-text.ts';
import type { ObjectType } from '../objects/object-types.ts';
import type { SettingsChange } from '../objects/settings-change.ts';
import { objectRoute } from './object-call.ts';

const path = '/crm/properties/:objectType/groups';
const createBody = z.object({
  name: z.string().regex(/^[a-z][a-z0-9_]*$/),
  label: z.string().min(1),
  displayOrder: z.number().int().default(-1),
});
const changeBody = z.object({
  label: z.string().min(1).optional(),
  displayOrder: z.number().int().optional(),
});

export const propertyGroupRoutes: readonly Route[] = [
  objectRoute('get', path, 'readScopes', (call, type) =>
    answer(200, { results: groups(call, type).values() }),
  ),
  objectRoute('post', path, 'schemaScopes', createGroup),
  objectRoute('get', `${path}/:groupName`, 'readScopes', (call, type) => {
    const group = groups(call, type).get(call.params['groupName'] ?? '');
    return group ? answer(200, group) : groupNotFound(call);
  }),
  objectRoute('patch', `${path}/:groupName`, 'schemaScopes', changeGroup),
  objectRoute('delete', `${path}/:groupName`, 'schemaScopes', archiveGroup),
];

function groups({ portal }: Call, type: ObjectType) {
  return portal.state.groups(type);
}

function createGroup(call: Call, type: ObjectType): Answer {
  const body = parseBody(createBody, call.body);
  if (!body.ok) return body.failure;
  const { name } = body.value;
  if (groups(call, type).get(name)) {
    return refuse(409, {
      message: `Property group named '${name}' already exists.`,
      category: 'OBJECT_ALREADY_EXISTS',
      subCategory: 'Properties.PROPERTY_GROUP_WITH_NAME_EXISTS',
    });
  }
  const group = { ...body.value, archived: false };
  groups(call, type).put(name, group);
  tell(call, type, { kind: 'group created', name, before: null, after: group });
  return answer(201, group);
}

function changeGroup(call: Call, type: ObjectType): Answer {
  const body = parseBody(changeBody, call.body);
  if (!body.ok) return body.failure;
  const group = groups(call, type).get(call.params['groupName'] ?? '');
  if (!group) return groupNotFound(call);
  const changed = {
    ...group,
    label: body.value.label ?? group.label,
    displayOrder: body.value.displayOrder ?? group.displayOrder,
  };
  groups(call, type).put(group.name, changed);
  tell(call, type, { kind: 'group changed', name: group.name, before: group, after: changed });
  return answer(200, changed);
}

function archiveGroup(call: Call, type: ObjectType): Answer {
  const name = call.params['groupName'] ?? '';
  const group = groups(call, type).get(name);
  if (!group) return groupNotFound(call);
  const members = call.portal.state
    .definitions(type)
    .values()
    .filter((definition) => definition.groupName === name && !definition.archived);
  if (members.length > 0) {
    return invalid(
      JSON.stringify({
        errorType: 'PropertyGroupError.GROUP_WITH_ACTIVE_PROPERTIES',
        properties: members.map((member) => member.name),
      }),
    );
  }
  groups(call, type).remove(name);
  tell(call, type, { kind: 'group deleted', name, before: group, after: null });
  return answer(204);
}

function tell(
  { portal }: Call,
  type: ObjectType,
  change: Pick<SettingsChange, 'kind' | 'name' | 'before' | 'after'>,
): void {
  const at = instantText(portal.businessClock.now());
  portal.settingsChanges.publish({ ...change, type, source: appSource(portal.app), at });
}

function groupNotFound({ params }: Call): Answer {
  return refuse(404, {
    message: `Property group ${params['groupName']} does not exist`,
    category: 'OBJECT_NOT_FOUND',
  });
}
