import { join } from 'node:path';
import { readManifest } from '../../src/manifest/index.ts';

/** The project's own app.json. */
export const manifest = readManifest(join(import.meta.dirname, '../../app.json'));
