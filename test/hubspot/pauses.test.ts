import { readAccount } from '../../src/hubspot/index.ts';
import type { Pause, PortalPauses } from '../../src/hubspot/index.ts';
import { accountPath, accountReply } from './account-reply.ts';
import { failureOf, openTestPortal, watchWire } from './open-test-portal.ts';

watchWire();

/** Pauses in memory, on a clock that stands still. */
function openPauses() {
  const begun: Parameters<PortalPauses['begin']>[] = [];
  const state: { pause: Pause | null } = { pause: null };
  const pauses: PortalPauses = {
    read: async () => state.pause,
    begin: async (portalId, order) => {
      begun.push([portalId, order]);
      const forMs = order.forMs ?? 3_600_000;
      state.pause = { reason: order.reason, message: order.message, until: new Date(forMs), leftMs: forMs };
    },
  };
  return { pauses, begun, state };
}

const moving = { status: 'error', message: 'This account is being migrated.' };

test('a portal on the move is left alone by every call that follows, until HubSpot may be asked again', async () => {
  const { pauses, begun, state } = openPauses();
  const { session, http } = openTestPortal({ pauses });
  http.get(accountPath).reply(477, moving, { 'Retry-After': '7200' });
  const failure = { code: 'migrating', status: 477, message: moving.message, retryAfterMs: 7_200_000 };
  expect(failureOf(await readAccount(session))).toEqual(failure);
  expect(begun).toEqual([[62515, { reason: 'migrating', forMs: 7_200_000, message: moving.message }]]);
  // No request is expected, and one would fail the test.
  expect(failureOf(await readAccount(session))).toEqual(failure);
  state.pause = null;
  http.get(accountPath).reply(200, accountReply);
  expect((await readAccount(session)).ok).toBe(true);
});

test('a call that waits for its next attempt learns of a pause that another one met', async () => {
  const { pauses, state } = openPauses();
  const { session, http } = openTestPortal({ pauses });
  http.get(accountPath).reply(502, () => {
    state.pause = { reason: 'rate_limited', until: new Date(9), leftMs: 9, message: 'Until midnight.' };
    return '<html>';
  });
  expect(failureOf(await readAccount(session))).toEqual({
    code: 'rate_limited',
    status: 429,
    message: 'Until midnight.',
    retryAfterMs: 9,
  });
});

test('the daily limit pauses for as long as the day lasts, which HubSpot does not say', async () => {
  const { pauses, begun } = openPauses();
  const { session, http } = openTestPortal({ pauses });
  http.get(accountPath).reply(429, { message: 'You have reached your daily limit.', policyName: 'DAILY' });
  expect((await readAccount(session)).ok).toBe(false);
  expect(begun).toEqual([
    [62515, { reason: 'rate_limited', forMs: null, message: 'You have reached your daily limit.' }],
  ]);
});
