import { countEvidence } from '../../../src/domains/forecast/count-evidence.ts';

test.each([
  ['followed for 30 days', [30, 0, 0, 4] as const, 6],
  ['followed for 31 days', [31, 0, 0, 4] as const, 10],
  ['closed on the first day', [1, 2, 2, 0] as const, 10],
])('of ten deals, four of them %s', (_, ending, expected) => {
  expect(countEvidence({ total: 10, days: [ending] })).toBe(expected);
});
