import { readShare } from '../../../../src/sandbox/page/deals/read-share.ts';

test.each([
  ['0.71', 0.71],
  [0.38, 0.38],
  ['0', 0],
  ['1.25', 1.25],
  ['', null],
  [null, null],
  ['none', null],
])('%s reads as %s', (value, share) => {
  expect(readShare(value)).toBe(share);
});
