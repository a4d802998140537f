// Generated from src/contract/coaching/handover.ts by `npm run generate`: edit it there.
import * as z from 'zod/mini';
import { hubspotId } from '../settings/fields.ts';
import { recordType } from './note.ts';

/** What a rep may hand on to the manager of today; null in a view where there is nothing. */
export const handoverView = z.strictObject({
  /** "Maria Lang shared 3 notes with you that Olga Brandt cannot read as they are now. Only you can open them." */
  sentences: z.array(z.string()),
  /** "Let Olga Brandt read them"; null where all is open. */
  openLabel: z.nullable(z.string()),
  /** Null where nothing was handed on. */
  takeBackLabel: z.nullable(z.string()),
});
export type HandoverView = z.infer<typeof handoverView>;

/** Beside one record, or with null everywhere. */
export const handoverRequest = z.strictObject({
  record: z.nullable(z.strictObject({ recordType, recordId: hubspotId })),
});
export type HandoverRequest = z.infer<typeof handoverRequest>;
