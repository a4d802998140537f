import * as z from 'zod';
import { err, ok, type Result } from '../../../kernel/result.ts';
import { invalid, refuse, type Answer } from '../http/answer.ts';
import type { Call } from '../http/route.ts';
import { appSource } from '../objects/app-source.ts';
import { checkValues, type CheckedValues, type WriteWarning } from '../objects/check-values.ts';
import { completeRecord, missingForCreate } from '../objects/complete-record.ts';
import { contactType, type ObjectType } from '../objects/object-types.ts';
import { currentValue, type StoredRecord } from '../objects/stored-record.ts';
import { createRecord, updateRecord } from '../objects/write-record.ts';
import { ruleFaults, type RuleFault } from '../objects/write-rules.ts';
import { refuseValues } from './object-call.ts';

type Values = Readonly<Record<string, string>>;

/** HubSpot also takes numbers and booleans and keeps their text; null clears as an empty text does. */
export const writtenProperties = z.record(
  z.string(),
  z.union([z.string(), z.number(), z.boolean(), z.null()]).transform((value) => String(value ?? '')),
);

/** A record as a write has left it, and what HubSpot remarked on the way. */
export interface Written {
  readonly record: StoredRecord;
  readonly warnings: readonly WriteWarning[];
}

/** The values that a new record would get from what the app sent, or the refusal. */
export function checkCreate(call: Call, type: ObjectType, properties: Values): Result<CheckedValues, Answer> {
  const { state, businessClock } = call.portal;
  const values = completeRecord(state, type, properties, businessClock.now());
  const missing = missingForCreate(type, values);
  if (missing.length > 0) return err(refuseIncomplete(type, missing));
  const taken = type === contactType && contactWithEmail(call, values['email'] ?? '');
  if (taken) {
    return err(
      refuse(409, { message: `Contact already exists. Existing ID: ${taken.id}`, category: 'CONFLICT' }),
    );
  }
  return check(call, type, { values, record: null });
}

export function createFrom(call: Call, type: ObjectType, properties: Values): Result<Written, Answer> {
  const checked = checkCreate(call, type, properties);
  if (!checked.ok) return checked;
  const { values, warnings } = checked.value;
  const source = appSource(call.portal.app);
  return ok({ record: createRecord(call.portal, { type, values, source }), warnings });
}

export function updateFrom(
  call: Call,
  type: ObjectType,
  { record, properties }: { record: StoredRecord; properties: Values },
): Result<Written, Answer> {
  const checked = check(call, type, { values: properties, record });
  if (!checked.ok) return checked;
  const { values, warnings } = checked.value;
  const source = appSource(call.portal.app);
  return ok({ record: updateRecord(call.portal, { type, record, values, source }), warnings });
}

/** The versions since 2026-09 hold apps to the admins' rules, and take dates in odd forms. */
function check(
  { portal: { state }, version }: Call,
  type: ObjectType,
  { values, record }: { values: Values; record: StoredRecord | null },
): Result<CheckedValues, Answer> {
  const modern = version >= '2026-09';
  const email = type === contactType && values['email'] ? { email: values['email'].toLowerCase() } : {};
  const checked = checkValues(state, { type, values: { ...values, ...email }, record, lenient: modern });
  if (!checked.ok) return err(refuseValues(checked.failure, state.account.portalId));
  const faults = modern
    ? ruleFaults(state.writeRules.values(), {
        type,
        creating: record === null,
        value: (name) => valueAfter(checked.value.values, record, name),
      })
    : [];
  return faults.length === 0 ? checked : err(refuseForRules(faults));
}

function refuseIncomplete(type: ObjectType, properties: readonly string[]): Answer {
  return refuse(400, {
    message: `Error creating ${type.label}. Some required properties were not set.`,
    category: 'VALIDATION_ERROR',
    context: { properties },
  });
}

function refuseForRules(faults: readonly RuleFault[]): Answer {
  return invalid(
    'The property values provided are invalid',
    faults.map(({ code, message, property }) => ({ code, message, context: { propertyName: [property] } })),
  );
}

function contactWithEmail({ portal: { state } }: Call, email: string): StoredRecord | undefined {
  const known =
    email === '' ? undefined : state.records(contactType).findUnique('email', email.toLowerCase());
  return known?.archivedAt === null ? known : undefined;
}

/** Null for a property that would be empty after the write. */
function valueAfter(values: Values, record: StoredRecord | null, name: string): string | null {
  const written = values[name];
  if (written !== undefined) return written === '' ? null : written;
  return record && currentValue(record, name);
}
