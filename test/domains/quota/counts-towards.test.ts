import { countsTowards } from '../../../src/domains/quota/counts-towards.ts';
import { err, ok } from '../../../src/kernel/result.ts';
import { eur } from './examples.ts';

const quota = (pipelineIds: string[] | null) =>
  ok({ amount: eur(1), source: 'typed' as const, pipelineIds, parts: [] });
const none = err({ kind: 'noQuota' as const });

test.each<[string, Parameters<typeof countsTowards>[1], string[], boolean]>([
  ['a quota for all counts every pipeline', quota(null), [], true],
  ['but those that are left out', quota(null), ['default'], false],
  ['and none for what is left out beside', quota(null), ['renewals'], true],
  ['a quota counts the pipelines that it names', quota(['default']), [], true],
  ['also where they are left out', quota(['default']), ['default'], true],
  ['and no other', quota(['renewals']), [], false],
  ['without a quota all count', none, [], true],
  ['but those that are left out', none, ['default'], false],
])('%s', (_what, asked, uncounted, expected) => {
  expect(countsTowards('default', asked, uncounted)).toBe(expected);
});
