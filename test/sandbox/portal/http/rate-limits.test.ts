import { openRateLimits } from '../../../../src/sandbox/portal/http/rate-limits.ts';
import { handClock } from '../start-tiny-portal.ts';

const limits = { perTenSeconds: 3, searchesPerSecond: 2 };

test('counts calls of the last ten seconds and tells what remains', () => {
  const clock = handClock('2026-11-24T10:00:00Z');
  const bucket = openRateLimits(clock, limits);
  const remaining = () => {
    const counted = bucket.count('rolling');
    return 'headers' in counted ? counted.headers['X-HubSpot-RateLimit-Remaining'] : 'refused';
  };
  expect([remaining(), remaining()]).toEqual(['2', '1']);
  clock.advance(5_000);
  expect([remaining(), remaining()]).toEqual(['0', 'refused']);
  clock.advance(5_000);
  expect(remaining()).toBe('1');
});

test('refuses with the policy that was broken', () => {
  const bucket = openRateLimits(handClock('2026-11-24T10:00:00Z'), limits);
  for (let call = 0; call < 2; call += 1) bucket.count('search');
  expect(bucket.count('search')).toMatchObject({
    refusal: {
      status: 429,
      body: { message: 'You have reached your secondly limit.', policyName: 'SECONDLY' },
    },
  });
  expect(bucket.count('rolling')).toHaveProperty('headers');
});
