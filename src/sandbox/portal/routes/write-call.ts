import * as z from 'zod';
import { err, ok, type Result } from '../../../kernel/result.ts';
import type { Answer } from '../http/answer.ts';
import type { Call } from '../http/route.ts';
import { appSource } from '../objects/app-source.ts';
import { checkValues } from '../objects/check-values.ts';
import { completeDeal } from '../objects/complete-deal.ts';
import { dealType, type ObjectType } from '../objects/object-types.ts';
import type { StoredRecord } from '../objects/stored-record.ts';
import { createRecord, updateRecord } from '../objects/write-record.ts';
import { refuseValues } from './object-call.ts';

type Values = Readonly<Record<string, string>>;

/** HubSpot also takes numbers and booleans and keeps their text; null clears as an empty text does. */
export const writtenProperties = z.record(
  z.string(),
  z.union([z.string(), z.number(), z.boolean(), z.null()]).transform((value) => String(value ?? '')),
);

/** The values that a new record would get from what the app sent, or the refusal. */
export function checkCreate(call: Call, type: ObjectType, properties: Values): Result<Values, Answer> {
  const { state, businessClock } = call.portal;
  const values = type === dealType ? completeDeal(state, properties, businessClock.now()) : properties;
  const checked = checkValues(state, { type, values, record: null });
  return checked.ok ? checked : err(refuseValues(checked.failure, state.account.portalId));
}

export function createFrom(call: Call, type: ObjectType, properties: Values): Result<StoredRecord, Answer> {
  const checked = checkCreate(call, type, properties);
  if (!checked.ok) return checked;
  const source = appSource(call.portal.app);
  return ok(createRecord(call.portal, { type, values: checked.value, source }));
}

export function updateFrom(
  call: Call,
  type: ObjectType,
  { record, properties }: { record: StoredRecord; properties: Values },
): Result<StoredRecord, Answer> {
  const { state, app } = call.portal;
  const checked = checkValues(state, { type, values: properties, record });
  if (!checked.ok) return err(refuseValues(checked.failure, state.account.portalId));
  return ok(updateRecord(call.portal, { type, record, values: checked.value, source: appSource(app) }));
}
