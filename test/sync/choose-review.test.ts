import { chooseReview } from '../../src/sync/choose-review.ts';

const berlin = (now: string, learnedAt: string | null) =>
  chooseReview({
    now: new Date(now),
    learnedAt: learnedAt === null ? null : new Date(learnedAt),
    timeZone: 'Europe/Berlin',
  });

test.each([
  ['just after midnight there', '2026-11-24T23:07:00Z', '2026-11-24T02:07:00Z', 'none'],
  ['at two', '2026-11-25T01:07:00Z', '2026-11-24T02:07:00Z', null],
  ['at three', '2026-11-25T02:07:00Z', '2026-11-24T02:07:00Z', 'nightly'],
  ['at four, when three is done', '2026-11-25T03:07:00Z', '2026-11-25T02:07:00Z', null],
  ['at noon, when the night was missed', '2026-11-25T11:07:00Z', '2026-11-24T02:07:00Z', 'nightly'],
  ['on a Monday at three', '2026-11-30T02:07:00Z', '2026-11-29T02:07:00Z', 'weekly'],
  ['never learned', '2026-11-25T11:07:00Z', null, 'nightly'],
])('%s', (_when, now, learnedAt, expected) => {
  expect(berlin(now, learnedAt)).toBe(expected);
});
