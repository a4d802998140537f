export { generateHsmeta } from './generate-hsmeta.ts';
export { listSubscriptions } from './list-subscriptions.ts';
export type {
  Manifest,
  ManifestCard,
  ManifestPage,
  ManifestScope,
  ManifestWorkflowAction,
  PropertyDefinition,
} from './manifest.ts';
export { readManifest } from './read-manifest.ts';
