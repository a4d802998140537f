// Generated from src/contract/coaching/agenda.ts by `npm run generate`: edit it there.
import * as z from 'zod/mini';
import { hubspotId } from '../settings/fields.ts';
import { recordType } from './note.ts';

/** A rep's own line for their next 1:1, about the record that they have open. */
export const addLineRequest = z.strictObject({
  recordType,
  recordId: hubspotId,
  text: z.string().check(z.minLength(1), z.maxLength(500)),
});
export type AddLineRequest = z.infer<typeof addLineRequest>;

export const withdrawLineRequest = z.strictObject({ lineId: hubspotId });
export type WithdrawLineRequest = z.infer<typeof withdrawLineRequest>;

/** Whoever promised an action says that it is done, or that it is not after all. */
export const tickActionRequest = z.strictObject({ actionId: hubspotId, isDone: z.boolean() });
export type TickActionRequest = z.infer<typeof tickActionRequest>;
