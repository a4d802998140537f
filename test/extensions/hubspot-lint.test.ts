import { config as hubspotConfig } from '@hubspot/eslint-config-ui-extensions';
import { ESLint, type Linter } from 'eslint';
import { join } from 'node:path';
import tseslint from 'typescript-eslint';

const root = join(import.meta.dirname, '../..');
const cards = join(root, 'extensions/src/app/cards');
const eslint = new ESLint({
  cwd: root,
  overrideConfigFile: true,
  overrideConfig: [
    { files: ['**/*.{ts,tsx}'], languageOptions: { parser: tseslint.parser } },
    ...hubspotConfig,
  ] as Linter.Config[],
});

it("HubSpot's rules find nothing in what it hosts, not even a warning", async () => {
  const results = await eslint.lintFiles('extensions/src/**/*.{ts,tsx}');
  expect(results.length).toBeGreaterThan(10);
  expect(
    results.flatMap(({ filePath, messages }) => messages.map((m) => `${filePath} ${m.message}`)),
  ).toEqual([]);
});

it.each([
  ['no-html-elements', 'export const Probe = () => <div>no</div>;'],
  ['no-parent-imports', "import { money } from '../../../../src/kernel/index.ts';\nexport { money };"],
  ['no-native-http', "export const probe = () => fetch('https://x.example');"],
  ['no-browser-storage', "export const probe = () => localStorage.getItem('x');"],
])('and it would find %s', async (rule, code) => {
  const [result] = await eslint.lintText(code, { filePath: join(cards, 'Probe.tsx') });
  expect(result!.messages.map((message) => message.ruleId)).toContain(`@hubspot/ui-extensions/${rule}`);
});
