import * as z from 'zod/mini';
import { ownCopy } from '../coaching/copy.ts';
import { handoverView } from '../coaching/handover.ts';
import { hubspotId } from './fields.ts';

/** For everybody: what Sideline holds on the person who looks. */
export const aboutMeView = z.strictObject({
  name: z.string(),
  /** Set where HubSpot knows no owner behind the user: nothing personal is held then. */
  remark: z.nullable(z.string()),
  held: z.array(
    z.strictObject({
      /** "Quota". */
      title: z.string(),
      /** "300,000 EUR for Q4 2026, from a HubSpot goal". */
      lines: z.array(z.string()),
      /** Where it comes from. */
      from: z.string(),
      seenBy: z.string(),
    }),
  ),
  /** Who can see your figures, why, and since when. */
  viewers: z.array(z.strictObject({ name: z.string(), because: z.string(), since: z.string() })),
  /** What every colleague can read on your deals at this sharing level. */
  onDeals: z.string(),
  /** What ops have prepared for you, and until when it is here; null where there is nothing to say. */
  copy: z.nullable(ownCopy),
  /** What former managers shared with you, wherever it stands; null where there is nothing. */
  handover: z.nullable(handoverView),
  /** What you may ask for, and how. */
  rights: z.array(z.string()),
});
export type AboutMeView = z.infer<typeof aboutMeView>;

/** A file to hand on: its name, and its text as JSON. */
export const exportView = z.strictObject({ fileName: z.string(), json: z.string() });
export type ExportView = z.infer<typeof exportView>;

export const personRequest = z.strictObject({ ownerId: hubspotId });
export type PersonRequest = z.infer<typeof personRequest>;

export const erasurePreview = z.strictObject({
  name: z.string(),
  erased: z.array(z.string()),
  kept: z.array(z.string()),
  /** Type it to go on. */
  confirmWith: z.string(),
});
export type ErasurePreview = z.infer<typeof erasurePreview>;

export const erasePersonRequest = z.strictObject({
  ownerId: hubspotId,
  confirm: z.string().check(z.maxLength(300)),
});
export type ErasePersonRequest = z.infer<typeof erasePersonRequest>;

/** `confirm` is the portal's name, as it is shown. */
export const disconnectRequest = z.strictObject({
  confirm: z.string().check(z.maxLength(300)),
  removeProperties: z.boolean(),
});
export type DisconnectRequest = z.infer<typeof disconnectRequest>;

export const erasePortalRequest = z.strictObject({
  confirm: z.string().check(z.maxLength(300)),
  removeProperties: z.boolean(),
});
export type ErasePortalRequest = z.infer<typeof erasePortalRequest>;
