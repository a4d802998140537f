/** `npm run generate`: writes the generated files of extensions/src, removes those that are no longer generated, and describes the service. */
import { globSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { apiPath, describeComposedApi } from './describe-api.ts';
import { generatedFiles, generatedPatterns, generatedRoot } from './generated-files.ts';

const files = generatedFiles();

for (const path of globSync(generatedPatterns, { cwd: generatedRoot })) {
  if (!files.has(path)) rmSync(join(generatedRoot, path));
}
for (const [path, text] of files) {
  mkdirSync(dirname(join(generatedRoot, path)), { recursive: true });
  writeFileSync(join(generatedRoot, path), text);
}
writeFileSync(apiPath, await describeComposedApi());
