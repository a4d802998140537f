import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateHsmeta, readManifest } from '../src/manifest/index.ts';

const root = join(import.meta.dirname, '..');

/** Where generated files stand, and the patterns by which one that is no longer generated is found. */
export const generatedRoot = join(root, 'extensions/src');
export const generatedPatterns = ['app/**/*-hsmeta.json', 'app/*/contract/*.ts'];

/** Every generated file of what HubSpot hosts: its path under `extensions/src`, and its text. */
export function generatedFiles(): Map<string, string> {
  return new Map([
    ...generateHsmeta(readManifest(join(root, 'app.json'))),
    ...copyContract('app/cards/contract'),
  ]);
}

/**
 * The contract, copied to where cards can reach it. HubSpot builds a card from its own folder. A `file:` dependency
 * would be packed along, but npm does not install what a linked folder outside depends on, and the contract needs zod.
 */
function copyContract(target: string): [path: string, text: string][] {
  const contract = join(root, 'src/contract');
  return globSync('*.ts', { cwd: contract }).map((file) => [
    `${target}/${file}`,
    `// Generated from src/contract/${file} by \`npm run generate\`: edit it there.\n${readFileSync(join(contract, file), 'utf8')}`,
  ]);
}
