/** `npm run generate`: writes the hsmeta files of extensions/src from app.json, and removes those it no longer names. */
import { globSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { generateHsmeta, readManifest } from '../src/manifest/index.ts';

const root = join(import.meta.dirname, '..');
const source = join(root, 'extensions/src');
const files = generateHsmeta(readManifest(join(root, 'app.json')));

for (const path of globSync('app/**/*-hsmeta.json', { cwd: source })) {
  if (!files.has(path)) rmSync(join(source, path));
}
for (const [path, text] of files) {
  mkdirSync(dirname(join(source, path)), { recursive: true });
  writeFileSync(join(source, path), text);
}
