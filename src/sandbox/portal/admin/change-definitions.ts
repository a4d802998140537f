import * as z from 'zod';
import { instantText } from '../objects/instant-text.ts';
import { archiveProperty } from '../routes/write-property.ts';
import type { WriteRule } from '../objects/write-rules.ts';
import { action, objectType, personOf, Refused, userId } from './action.ts';

/** An admin deletes a property; HubSpot's own cannot be deleted. */
export const deleteProperty = action(
  z.strictObject({ type: objectType, name: z.string(), userId }),
  (portal, { type, name, userId: by }) => {
    const refusal = archiveProperty(portal, type, { name, source: personOf(portal, by) });
    if (refusal) throw new Refused((refusal.body as { message: string }).message);
  },
);

/** An admin renames a property or changes its group or options. */
export const changeProperty = action(
  z.strictObject({
    type: objectType,
    name: z.string(),
    label: z.string().optional(),
    groupName: z.string().optional(),
    fieldType: z.string().optional(),
    hidden: z.boolean().optional(),
    options: z.array(z.strictObject({ value: z.string(), label: z.string() })).optional(),
    userId,
  }),
  (portal, { type, name, userId: by, options, label, groupName, fieldType, hidden }) => {
    const known = portal.state.definitions(type).get(name);
    if (!known || known.archived) throw new Refused(`there is no property ${name}`);
    const at = instantText(portal.businessClock.now());
    const changed = {
      ...known,
      ...(label !== undefined && { label }),
      ...(groupName !== undefined && { groupName }),
      ...(fieldType !== undefined && { fieldType }),
      ...(hidden !== undefined && { hidden }),
      ...(options && {
        options: options.map((option, displayOrder) => ({ ...option, displayOrder, hidden: false })),
      }),
      updatedAt: at,
    };
    portal.state.definitions(type).put(name, changed);
    const source = personOf(portal, by);
    portal.settingsChanges.publish({
      kind: 'property changed',
      type,
      name,
      before: known,
      after: changed,
      source,
      at,
    });
  },
);

/** An admin makes a property required: when another has one of some values, or without `when` in the create form. Answers the rule's id. */
export const requireProperty = action(
  z.strictObject({
    type: objectType,
    property: z.string(),
    when: z.strictObject({ property: z.string(), values: z.array(z.string()).min(1) }).optional(),
    userId,
  }),
  (portal, { type, property, when, userId: by }) => {
    const rule: WriteRule = { id: portal.state.nextId(), typeId: type.typeId, property, when: when ?? null };
    portal.state.writeRules.put(rule.id, rule);
    tellRule('rule added', null, rule);
    return { id: rule.id };

    function tellRule(kind: 'rule added', before: null, after: WriteRule): void {
      const at = instantText(portal.businessClock.now());
      const source = personOf(portal, by);
      portal.settingsChanges.publish({ kind, type, name: after.id, before, after, source, at });
    }
  },
);

/** An admin drops a rule again. */
export const dropRule = action(
  z.strictObject({ type: objectType, id: z.string(), userId }),
  (portal, { type, id, userId: by }) => {
    const rule = portal.state.writeRules.get(id);
    if (!rule) throw new Refused(`there is no rule ${id}`);
    portal.state.writeRules.remove(id);
    const at = instantText(portal.businessClock.now());
    const source = personOf(portal, by);
    portal.settingsChanges.publish({
      kind: 'rule dropped',
      type,
      name: id,
      before: rule,
      after: null,
      source,
      at,
    });
  },
);
