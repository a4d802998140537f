import { hasBrowser } from './test/browser/find-browser.ts';

export default {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/test/**/*.test.ts', '<rootDir>/test/**/*.test.tsx'],
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2024',
          parser: { syntax: 'typescript', tsx: true },
          transform: { react: { runtime: 'automatic' } },
        },
        module: { type: 'es6' },
      },
    ],
  },
  globalSetup: '<rootDir>/test/browser/unpack-browser.ts',
  reporters: ['default', '<rootDir>/test/support/left-out-reporter.ts'],
  testPathIgnorePatterns: [
    '/node_modules/',
    ...(hasBrowser() ? [] : ['<rootDir>/test/browser/']),
    // What only several processes on one server can show.
    ...(process.env['SIDELINE_TEST_STORE'] === 'postgres' ? [] : ['\\.postgres\\.test\\.ts$']),
  ],
  testTimeout: 60_000,
  testSequencer: '<rootDir>/test/support/longest-first.ts',
  // Jest itself leaves one core to whoever watches; on two cores that is half of them.
  maxWorkers: '100%',
};
