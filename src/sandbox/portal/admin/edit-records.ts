import * as z from 'zod';
import { checkValues } from '../objects/check-values.ts';
import { completeRecord, missingForCreate } from '../objects/complete-record.ts';
import { createRecord } from '../objects/write-record.ts';
import { editRecord } from '../page/edit-record.ts';
import { action, objectType, personOf, recordOf, Refused, userId, values } from './action.ts';

/** Somebody makes a record in HubSpot's own pages. Answers its id. */
export const create = action(
  z.strictObject({ type: objectType, properties: values, userId }),
  (portal, { type, properties, userId: by }) => {
    const whole = completeRecord(portal.state, type, properties, portal.businessClock.now());
    const missing = missingForCreate(type, whole);
    if (missing.length > 0) throw new Refused(`${missing.join(', ')} must be set`);
    const checked = checkValues(portal.state, { type, values: whole, record: null, lenient: true });
    if (!checked.ok) throw refused(checked.failure);
    const source = personOf(portal, by);
    return { id: createRecord(portal, { type, values: checked.value.values, source }).id };
  },
);

/** Somebody edits a record in HubSpot's own pages, where the admins' rules hold as well but are not asked here. */
export const edit = action(
  z.strictObject({ type: objectType, id: z.string(), properties: values, userId }),
  (portal, { type, id, properties, userId: by }) => {
    const record = recordOf(portal, type, id);
    if (record.archivedAt !== null) throw new Refused(`${id} is archived`);
    const person = personOf(portal, by).updatedByUserId ?? 0;
    const edited = editRecord(portal, { type, record }, { userId: person, properties });
    if (!edited.ok) throw refused(edited.failure);
    return { id: edited.value.id };
  },
);

function refused(faults: readonly { readonly message: string }[]): Refused {
  return new Refused(faults.map(({ message }) => message).join(' '));
}
