import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateHsmeta, readManifest } from '../src/manifest/index.ts';

const root = join(import.meta.dirname, '..');

/** Where generated files stand, and the patterns by which one that is no longer generated is found. */
export const generatedRoot = join(root, 'extensions/src');
export const generatedPatterns = [
  'app/**/*-hsmeta.json',
  'app/*/contract/**/*.ts',
  'app/{settings,pages}/shared/**/*.{ts,tsx}',
  'app/pages/coaching/**/*.{ts,tsx}',
];

/** HubSpot builds each from its own folder, so what they share is copied into each; it is edited among the cards. */
const sharedFrom = 'cards';
const others = ['settings', 'pages'];

/** Every generated file of what HubSpot hosts: its path under `extensions/src`, and its text. */
export function generatedFiles(): Map<string, string> {
  return new Map([
    ...generateHsmeta(readManifest(join(root, 'app.json'))),
    ...[sharedFrom, ...others].flatMap((surface) => copy('src/contract', `app/${surface}/contract`)),
    ...others.flatMap((surface) => copy(`extensions/src/app/${sharedFrom}/shared`, `app/${surface}/shared`)),
    // A 1:1 on the home page is written and answered as a deal's coaching is on its card; only there is a record.
    ...copy(`extensions/src/app/${sharedFrom}/coaching`, 'app/pages/coaching', ['record/**']),
  ]);
}

/**
 * Code of `source`, copied to where a surface can reach it. A `file:` dependency would be packed along, but npm does not
 * install what a linked folder outside depends on, and the contract needs zod.
 */
function copy(source: string, target: string, exclude: string[] = []): [path: string, text: string][] {
  return globSync('**/*.{ts,tsx}', { cwd: join(root, source), exclude }).map((file) => [
    `${target}/${file}`,
    `// Generated from ${source}/${file} by \`npm run generate\`: edit it there.\n${readFileSync(join(root, source, file), 'utf8')}`,
  ]);
}
