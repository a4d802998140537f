import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generatedFiles, generatedPatterns, generatedRoot } from '../../scripts/generated-files.ts';

const files = generatedFiles();

it('what is committed is what app.json and the contract say; if not, run `npm run generate`', () => {
  expect(globSync(generatedPatterns, { cwd: generatedRoot }).sort()).toEqual([...files.keys()].sort());
  for (const [path, text] of files)
    expect([path, readFileSync(join(generatedRoot, path), 'utf8')]).toEqual([path, text]);
});

it('there are descriptions for HubSpot among it, and the contract and what surfaces share for each', () => {
  expect([...files.keys()]).toEqual(
    expect.arrayContaining([
      'app/app-hsmeta.json',
      'app/settings/settings-hsmeta.json',
      'app/pages/pages-hsmeta.json',
      'app/cards/contract/index.ts',
      'app/settings/contract/index.ts',
      'app/pages/contract/index.ts',
      'app/settings/shared/ask-service.ts',
      'app/pages/shared/ask-service.ts',
    ]),
  );
});
