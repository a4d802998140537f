import { startTinyPortal } from '../start-tiny-portal.ts';

test('calls in flight do not wait for each other: all have their effect before the first is answered', async () => {
  const portal = await startTinyPortal({ latencyMs: 1_000 });
  const edits = [1, 2, 3, 4, 5].map((amount) =>
    portal.call('PATCH', '/crm/objects/2026-09/deals/7891023', { properties: { amount } }),
  );
  const first = await Promise.race(edits);
  expect([first.status, portal.stateChanges.count]).toEqual([200, 5]);
  await Promise.all(edits);
  await portal.stop();
});
