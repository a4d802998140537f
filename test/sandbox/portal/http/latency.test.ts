import { startTinyPortal } from '../start-tiny-portal.ts';

test('answers take their time, and calls in flight do not wait for each other', async () => {
  const portal = await startTinyPortal({ latencyMs: 60 });
  const begun = performance.now();
  const calls = Array.from({ length: 50 }, () => portal.call('GET', '/crm/objects/2026-09/deals/7891023'));
  const replies = await Promise.all(calls);
  const took = performance.now() - begun;
  expect(replies.every(({ status }) => status === 200)).toBe(true);
  // One after the other they would take three seconds, whatever the machine.
  expect(took).toBeGreaterThanOrEqual(58);
  expect(took).toBeLessThan(2_900);
  await portal.stop();
});
