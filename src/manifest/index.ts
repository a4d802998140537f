export { generateHsmeta } from './generate-hsmeta.ts';
export type { Manifest, ManifestCard, ManifestPage, ManifestScope, PropertyDefinition } from './manifest.ts';
export { readManifest } from './read-manifest.ts';
