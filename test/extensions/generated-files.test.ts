import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generatedFiles, generatedPatterns, generatedRoot } from '../../scripts/generated-files.ts';

const files = generatedFiles();

it('what is committed is what app.json and the contract say; if not, run `npm run generate`', () => {
  expect(globSync(generatedPatterns, { cwd: generatedRoot }).sort()).toEqual([...files.keys()].sort());
  for (const [path, text] of files)
    expect([path, readFileSync(join(generatedRoot, path), 'utf8')]).toEqual([path, text]);
});

it('there are descriptions for HubSpot and a contract for cards among it', () => {
  expect([...files.keys()]).toEqual(
    expect.arrayContaining(['app/app-hsmeta.json', 'app/cards/contract/index.ts']),
  );
});
