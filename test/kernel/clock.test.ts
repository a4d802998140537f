import { jest } from '@jest/globals';
import { businessClock } from '../../src/kernel/clock.ts';

test('the business clock starts at its instant and goes on with the system clock', () => {
  jest.useFakeTimers({ now: new Date('2026-11-24T10:00:00Z') });
  try {
    const clock = businessClock(new Date('2017-10-15T00:00:00Z'));
    expect(clock.now()).toEqual(new Date('2017-10-15T00:00:00Z'));
    jest.setSystemTime(new Date('2026-11-24T10:00:05Z'));
    expect(clock.now()).toEqual(new Date('2017-10-15T00:00:05Z'));
  } finally {
    jest.useRealTimers();
  }
});

test('it follows any clock that it is given', () => {
  let real = new Date('2026-11-24T10:00:00Z');
  const clock = businessClock(new Date('2030-01-01T00:00:00Z'), { now: () => real });
  real = new Date('2026-11-25T10:00:00Z');
  expect(clock.now()).toEqual(new Date('2030-01-02T00:00:00Z'));
});
