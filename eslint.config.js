import { config as hubspotConfig } from '@hubspot/eslint-config-ui-extensions';
import tseslint from 'typescript-eslint';

const typescript = ['**/*.{ts,tsx}'];
const extensions = ['extensions/src/**/*.{ts,tsx}'];

export default tseslint.config(
  { ignores: ['**/node_modules/', '.sideline/', '.cache/', 'coverage/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: typescript,
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      // Numbers and booleans print as everybody expects; objects do not, and stay forbidden.
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      // `void` marks a promise or a value that is left alone on purpose.
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidOperator: true, ignoreVoidReturningFunctions: true },
      ],
      '@typescript-eslint/no-meaningless-void-operator': 'off',
      // `== null` asks for null and undefined at once.
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  {
    files: ['test/**/*.{ts,tsx}'],
    rules: {
      // A test may say that something is there: when it is not, the test fails, as it should.
      '@typescript-eslint/no-non-null-assertion': 'off',
      // Fakes are async because what they stand for is.
      '@typescript-eslint/require-await': 'off',
      // Replies are read as they come over the wire; the assertion is the check.
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  {
    files: ['src/sandbox/page/**/*.{ts,tsx}'],
    rules: {
      // The page plays HubSpot: it serves what HubSpot calls deprecated, and its events cross to the card as plain data.
      '@typescript-eslint/no-deprecated': 'off',
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
    },
  },
  // HubSpot's own rules for what it hosts; the first entry of their list concerns configuration files only.
  ...hubspotConfig.slice(1).map((entry) => ({ ...entry, files: extensions })),
);
