import { availableParallelism } from 'node:os';
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
    ...(process.env['SIDELINE_TEST_STORE'] === 'postgres'
      ? // Long computations that know no store.
        ['/coaching/impact/simulation\\.test\\.ts$', '/coaching/pulse/odds\\.test\\.ts$']
      : // What only several processes on one server can show.
        ['\\.postgres\\.test\\.ts$']),
  ],
  testTimeout: 60_000,
  testSequencer: '<rootDir>/test/support/longest-first.ts',
  // More than cores: a worker often waits, for the browser, for a process it has started, for the queue's next look.
  maxWorkers: Math.ceil(availableParallelism() * 1.5),
};
