// Generated from src/contract/settings/writes.ts by `npm run generate`: edit it there.
import * as z from 'zod/mini';
import { recordLink } from './fields.ts';

/** What would be written now, all of it; a plan that changes nothing. */
export const writePlanView = z.strictObject({
  /** "1,240 deals, 9 properties, 13 calls". */
  headline: z.string(),
  deals: z.number(),
  properties: z.number(),
  calls: z.number(),
  upToDate: z.number(),
  byProperty: z.array(z.strictObject({ name: z.string(), label: z.string(), deals: z.number() })),
  /** A few deals in full. */
  examples: z.array(
    z.strictObject({
      record: recordLink,
      values: z.array(z.strictObject({ label: z.string(), value: z.string() })),
    }),
  ),
  /** Set where the plan is of a part only, in words: "Counted for the first 20,000 of 148,000 deals." */
  remark: z.nullable(z.string()),
});
export type WritePlanView = z.infer<typeof writePlanView>;

/** What Sideline wrote. */
export const writesView = z.strictObject({
  /** `notAsked`: ops has not said yes yet; `notGranted`: HubSpot's scopes for it are missing. */
  state: z.enum(['notAsked', 'on', 'paused', 'notGranted', 'removing']),
  headline: z.string(),
  mayStart: z.boolean(),
  mayPause: z.boolean(),
  mayResume: z.boolean(),
  mayRemove: z.boolean(),
  properties: z.array(
    z.strictObject({
      name: z.string(),
      label: z.string(),
      description: z.string(),
      /** Deals that show a value now. */
      deals: z.number(),
      /** "24 Nov, 10:42"; null when nothing was written yet. */
      lastWriteLabel: z.nullable(z.string()),
    }),
  ),
  /** Properties that are made and written only when ops want them. */
  choices: z.array(
    z.strictObject({
      name: z.string(),
      label: z.string(),
      description: z.string(),
      isOn: z.boolean(),
      /** What switching would do, or what has become of it: "Off. Nothing of it is in HubSpot." */
      remark: z.string(),
      /** HubSpot's permission for writing is there. */
      maySwitch: z.boolean(),
    }),
  ),
});
export type WritesView = z.infer<typeof writesView>;

/** Write to HubSpot, after the plan was shown. */
export const startWritingRequest = z.strictObject({ hasSeenPlan: z.literal(true) });
export type StartWritingRequest = z.infer<typeof startWritingRequest>;

/** Takes Sideline's values and properties out of HubSpot and stops writing. */
export const removePropertiesRequest = z.strictObject({ confirm: z.literal('remove') });
export type RemovePropertiesRequest = z.infer<typeof removePropertiesRequest>;

/** Switches on or off one of the properties that are written only when ops want them. */
export const switchPropertyRequest = z.strictObject({
  name: z.string().check(z.maxLength(100)),
  isOn: z.boolean(),
});
export type SwitchPropertyRequest = z.infer<typeof switchPropertyRequest>;
