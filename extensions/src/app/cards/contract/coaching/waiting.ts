// Generated from src/contract/coaching/waiting.ts by `npm run generate`: edit it there.
import * as z from 'zod/mini';
import { nothing } from '../settings/fields.ts';

/** Takes nothing: who asks decides whose notes wait. */
export const waitingRequest = nothing;

const waitingNote = z.strictObject({
  id: z.string(),
  /** The day on which it was shared, "12 Nov 2026". */
  dateLabel: z.string(),
  /** Who shared it. */
  by: z.string(),
  /** Beside what it stands, and is answered. */
  beside: z.discriminatedUnion('kind', [
    /** `name` is null for a deal that HubSpot has no more. */
    z.strictObject({ kind: z.literal('deal'), recordId: z.string(), name: z.nullable(z.string()) }),
    z.strictObject({ kind: z.literal('contact'), recordId: z.string() }),
    z.strictObject({ kind: z.literal('meeting'), recordId: z.string() }),
  ]),
});
export type WaitingNote = z.infer<typeof waitingNote>;

/** What was shared with the viewer and waits for their answer; nothing of what it says. */
export const waitingView = z.strictObject({
  /** The viewer, as the rep whom these notes are about. */
  ownerId: z.string(),
  /** The one that has waited longest first. */
  notes: z.array(waitingNote),
  /** "and 3 more notes"; null where all are here. */
  more: z.nullable(z.string()),
});
export type WaitingView = z.infer<typeof waitingView>;
