import { findTargetMismatch } from '../../../src/domains/quota/find-target-mismatch.ts';
import { ratio } from '../../../src/kernel/ratio.ts';
import { eur } from './examples.ts';

test.each([
  ['members fall short of the team', 1_000, [500, 400], 100, ratio(1, 10)],
  ['members carry a buffer', 1_000, [600, 550], -150, ratio(-15, 100)],
  ['they match', 1_000, [600, 400], 0, ratio(0)],
  ['nobody carries anything', 1_000, [], 1_000, ratio(1)],
  ['a team quota of nothing', 0, [600], -600, null],
])('%s', (_case, teamQuota, memberQuotas, difference, share) => {
  expect(findTargetMismatch(eur(teamQuota), memberQuotas.map(eur))).toMatchObject({
    difference: eur(difference),
    share,
  });
});
