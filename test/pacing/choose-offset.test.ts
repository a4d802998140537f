import { chooseOffset, sampleClock } from '../../src/pacing/choose-offset.ts';

test('the store is taken to have looked at its clock half way through', () => {
  const sample = sampleClock({ askedAt: 1_000, answeredAt: 1_020, storeNow: 5_010 });
  expect(sample).toEqual({ offset: 4_000, tookMs: 20, takenAt: 1_020 });
});

const kept = { offset: 4_000, tookMs: 10, takenAt: 1_000 };
it.each([
  ['the first sample counts', null, { offset: 1, tookMs: 500, takenAt: 0 }, 'fresh'],
  ['a quicker answer says more', kept, { offset: 4_003, tookMs: 4, takenAt: 1_100 }, 'fresh'],
  ['a slower one says less', kept, { offset: 4_080, tookMs: 160, takenAt: 1_100 }, 'kept'],
  ['an old sample says nothing any more', kept, { offset: 4_080, tookMs: 160, takenAt: 61_001 }, 'fresh'],
  ['a clock that was set is noticed', kept, { offset: 9_000, tookMs: 20, takenAt: 1_100 }, 'fresh'],
])('%s', (_name, before, fresh, chosen) => {
  expect(chooseOffset(before, fresh)).toEqual(chosen === 'fresh' ? fresh : before);
});
