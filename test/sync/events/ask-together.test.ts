import { jest } from '@jest/globals';
import { askTogether } from '../../../src/sync/events/ask-together.ts';

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

function open() {
  const asked: (readonly number[])[] = [];
  let faults = 0;
  const ask = askTogether(async (portalIds) => {
    if (faults > 0) {
      faults -= 1;
      throw new Error('the queue is away');
    }
    asked.push(portalIds);
  });
  return { ask, asked, fail: (times: number) => void (faults = times) };
}

test('the first is asked at once, a burst after it together, each portal once', async () => {
  const { ask, asked } = open();
  await ask([1]);
  expect(asked).toEqual([[1]]);
  await ask([2, 3]);
  await ask([3, 2]);
  expect(asked).toEqual([[1]]);
  await jest.advanceTimersByTimeAsync(1_000);
  expect(asked).toEqual([[1], [2, 3]]);
  await jest.advanceTimersByTimeAsync(10_000);
  expect(asked).toHaveLength(2);
});

test('nothing is asked of nobody', async () => {
  const { ask, asked } = open();
  await ask([]);
  await jest.advanceTimersByTimeAsync(2_000);
  expect(asked).toEqual([]);
});

test('a question that failed is told to whoever waited for it, and asked again by itself', async () => {
  const { ask, asked, fail } = open();
  fail(2);
  await expect(ask([7])).rejects.toThrow('the queue is away');
  await jest.advanceTimersByTimeAsync(1_000);
  expect(asked).toEqual([]);
  await jest.advanceTimersByTimeAsync(1_000);
  expect(asked).toEqual([[7]]);
});
