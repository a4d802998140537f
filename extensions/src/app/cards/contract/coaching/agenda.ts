// Generated from src/contract/coaching/agenda.ts by `npm run generate`: edit it there.
import * as z from 'zod/mini';
import { hubspotId } from '../settings/fields.ts';
import { draftVersion } from './draft.ts';
import { recordType } from './note.ts';

/** A rep's own line for their next 1:1, about the record that they have open. */
export const addLineRequest = z.strictObject({
  recordType,
  recordId: hubspotId,
  text: z.string().check(z.minLength(1), z.maxLength(500)),
  draftVersion,
});
export type AddLineRequest = z.infer<typeof addLineRequest>;

export const withdrawLineRequest = z.strictObject({ lineId: hubspotId });
export type WithdrawLineRequest = z.infer<typeof withdrawLineRequest>;

/** The rep lets the manager of today read a line that was written for another one, or for nobody. */
export const handLineOnRequest = z.strictObject({
  lineId: hubspotId,
  /** The manager whom the rep was shown: nobody else gets it. */
  managerId: hubspotId,
});
export type HandLineOnRequest = z.infer<typeof handLineOnRequest>;

/** Who reads a line, for its rep. */
export const lineReading = z.strictObject({
  /** "Written for Maria Lang, your manager then. Olga Brandt does not read it." Null where the manager of today reads it. */
  notice: z.nullable(z.string()),
  /** Null where there is nobody to hand it on to. */
  handOn: z.nullable(
    z.strictObject({
      managerId: z.string(),
      /** "Let Olga Brandt read it". */
      label: z.string(),
    }),
  ),
});
export type LineReading = z.infer<typeof lineReading>;

/** Whoever promised an action says that it is done, or that it is not after all. */
export const tickActionRequest = z.strictObject({ actionId: hubspotId, isDone: z.boolean() });
export type TickActionRequest = z.infer<typeof tickActionRequest>;
