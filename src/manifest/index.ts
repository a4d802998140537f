export { generateHsmeta } from './generate-hsmeta.ts';
export type { Manifest, ManifestCard, ManifestScope, PropertyDefinition } from './manifest.ts';
export { readManifest } from './read-manifest.ts';
