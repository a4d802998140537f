// Generated from src/contract/settings/sharing.ts by `npm run generate`: edit it there.
import * as z from 'zod/mini';

export const sharingLevel = z.enum(['everyone', 'team', 'cards']);

export const sharingView = z.strictObject({
  level: sharingLevel,
  /** False while nobody has chosen: the default is team. */
  isChosen: z.boolean(),
  choices: z.array(
    z.strictObject({
      level: sharingLevel,
      title: z.string(),
      /** What will stand on each open deal. */
      sentence: z.string(),
      /** Who will be able to read it, in this portal. */
      seenBy: z.string(),
      /** At level team: which teams' figures are shown, whose are not and why; empty at the other levels. */
      teams: z.array(
        z.strictObject({
          name: z.string(),
          carriers: z.number(),
          isShown: z.boolean(),
          sentence: z.string(),
        }),
      ),
    }),
  ),
});
export type SharingView = z.infer<typeof sharingView>;

export const sharingRequest = z.strictObject({ level: sharingLevel });
export type SharingRequest = z.infer<typeof sharingRequest>;

export const featuresView = z.strictObject({
  features: z.array(
    z.strictObject({
      /** Stable; for example "deal-splits". */
      id: z.string(),
      title: z.string(),
      /** `needsScopes`: granted nothing yet; `refused`: HubSpot said no when it was used; `off`: switched off here. */
      state: z.enum(['on', 'off', 'needsScopes', 'refused']),
      /** What it does, in one sentence a scope. */
      reasons: z.array(z.string()),
      scopes: z.array(z.strictObject({ name: z.string(), isGranted: z.boolean() })),
      /** What to do next; null when it works. */
      nextStep: z.nullable(z.string()),
      /** Where to grant what is missing: an address of the service to open in the browser; null when nothing is. */
      grantUrl: z.nullable(z.string()),
      maySwitch: z.boolean(),
    }),
  ),
});
export type FeaturesView = z.infer<typeof featuresView>;

export const featureRequest = z.strictObject({ id: z.string().check(z.maxLength(64)), isOn: z.boolean() });
export type FeatureRequest = z.infer<typeof featureRequest>;
