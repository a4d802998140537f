import fc from 'fast-check';
import { decideRetry } from '../../src/hubspot/decide-retry.ts';
import type { FailedAttempt } from '../../src/hubspot/decide-retry.ts';

function reply(status: number, body?: unknown, headers: Record<string, string> = {}) {
  return { kind: 'reply', status, body, headers: new Headers(headers) } as const;
}
const first = { attempt: 1, repeatable: true, refreshable: true, random: 0 } as const;

function decide(failed: Partial<FailedAttempt> & Pick<FailedAttempt, 'outcome'>) {
  const decision = decideRetry({ ...first, ...failed });
  if (decision.kind === 'fail') return decision.failure.code;
  return decision.kind === 'retry' ? decision.waitMs : decision.kind;
}

it.each([
  ['10-second limit', { outcome: reply(429, { policyName: 'TEN_SECONDLY_ROLLING' }) }, 10_000],
  ['search limit by policy', { outcome: reply(429, { policyName: 'SECONDLY' }) }, 1_000],
  [
    'search limit by its words',
    { outcome: reply(429, { message: 'You have reached your secondly limit.' }) },
    1_000,
  ],
  ['limit under a category', { outcome: reply(429, { category: 'RATE_LIMITS' }) }, 10_000],
  ['daily limit', { outcome: reply(429, { policyName: 'DAILY' }) }, 'rate_limited'],
  ['limit, HubSpot says when', { outcome: reply(429, {}, { 'retry-after': '7' }) }, 7_000],
  ['limit, at once, which cannot be meant', { outcome: reply(429, {}, { 'retry-after': '0' }) }, 10_000],
  ['limit, far away', { outcome: reply(429, {}, { 'retry-after': '61' }) }, 'rate_limited'],
  [
    'limit, a date instead of seconds',
    { outcome: reply(429, {}, { 'retry-after': 'Wed, 21 Oct 2026' }) },
    10_000,
  ],
  ['limit, last attempt', { outcome: reply(429), attempt: 5 }, 'rate_limited'],
  ['limit on a create', { outcome: reply(429), repeatable: false }, 10_000],
  ['locked', { outcome: reply(423), random: 1 }, 2_000],
  ['locked for good', { outcome: reply(423), attempt: 4 }, 'locked'],
  ['migrating', { outcome: reply(477, '', { 'retry-after': '30' }) }, 'migrating'],
  ['server error', { outcome: reply(500) }, 2_000],
  ['server error, third time', { outcome: reply(503), attempt: 3, random: 0.5 }, 6_000],
  ['server error on a create', { outcome: reply(504), repeatable: false }, 'unknown_effect'],
  ['origin down on a create', { outcome: reply(521), repeatable: false }, 2_000],
  ['reset', { outcome: { kind: 'breakdown', cause: 'ECONNRESET' } }, 1_000],
  [
    'reset on a create',
    { outcome: { kind: 'breakdown', cause: 'ECONNRESET' }, repeatable: false },
    'unknown_effect',
  ],
  [
    'timeout on a create',
    { outcome: { kind: 'breakdown', cause: 'UND_ERR_HEADERS_TIMEOUT' }, repeatable: false },
    'unknown_effect',
  ],
  [
    'no connection on a create',
    { outcome: { kind: 'breakdown', cause: 'ENOTFOUND' }, repeatable: false },
    1_000,
  ],
  [
    'timeout, last attempt',
    { outcome: { kind: 'breakdown', cause: 'UND_ERR_BODY_TIMEOUT' }, attempt: 5 },
    'unavailable',
  ],
  ['rejected token', { outcome: reply(401) }, 'refresh'],
  ['rejected token, refreshed', { outcome: reply(401), refreshable: false }, 'unauthorized'],
  ['refresh token revoked', { outcome: reply(400, { error: 'invalid_grant' }) }, 'grant_rejected'],
  ['portal gone', { outcome: reply(400, { error: 'access_denied', status: 'BAD_HUB' }) }, 'grant_rejected'],
  ['client secret wrong', { outcome: reply(400, { error: 'invalid_client' }) }, 'rejected'],
  ['validation', { outcome: reply(400, { category: 'VALIDATION_ERROR' }) }, 'rejected'],
  ['scope', { outcome: reply(403, { category: 'MISSING_SCOPES' }) }, 'missing_scopes'],
  ['subscription', { outcome: reply(403, {}) }, 'forbidden'],
  ['server error that no list has', { outcome: reply(520) }, 2_000],
  [
    'server error that no list has, on a create',
    { outcome: reply(530), repeatable: false },
    'unknown_effect',
  ],
  ['request timeout on a create', { outcome: reply(408), repeatable: false }, 'unknown_effect'],
  ['unavailable, HubSpot says when', { outcome: reply(503, '<html>', { 'retry-after': '20' }) }, 20_000],
  ['unavailable, far away', { outcome: reply(503, '<html>', { 'retry-after': '3600' }) }, 'unavailable'],
  ['locked, HubSpot says when', { outcome: reply(423, '', { 'retry-after': '5' }) }, 5_000],
  ['wrong method', { outcome: reply(405) }, 'rejected'],
  ['redirect', { outcome: reply(304) }, 'unexpected_reply'],
] satisfies [string, Partial<FailedAttempt> & Pick<FailedAttempt, 'outcome'>, unknown][])(
  '%s',
  (_name, failed, decision) => {
    expect(decide(failed)).toBe(decision);
  },
);

it.each([
  ['a move to another data centre', reply(477, '', { 'retry-after': '86400' }), 'migrating', 86_400_000],
  ['a move of unknown length', reply(477), 'migrating', null],
  ['the daily limit', reply(429, { policyName: 'DAILY' }), 'rate_limited', null],
  [
    'the daily limit, HubSpot says when',
    reply(429, { policyName: 'DAILY' }, { 'retry-after': '1800' }),
    'rate_limited',
    1_800_000,
  ],
  ['any limit, far away', reply(429, {}, { 'retry-after': '61' }), 'rate_limited', 61_000],
])('%s pauses the portal', (_name, outcome, reason, forMs) => {
  expect(decideRetry({ ...first, outcome })).toMatchObject({ kind: 'fail', pause: { reason, forMs } });
});

it.each([
  ['a limit after the last attempt', { outcome: reply(429), attempt: 5 }],
  ['a locked record, however long', { outcome: reply(423, '', { 'retry-after': '3600' }) }],
  ['an outage, however long', { outcome: reply(503, '', { 'retry-after': '3600' }) }],
  ['a missing scope', { outcome: reply(403) }],
])('%s does not pause the portal', (_name, failed) => {
  expect(decideRetry({ ...first, ...failed })).toMatchObject({ kind: 'fail', pause: null });
});

const tabledStatuses = [408, 429, 423, 477, 521, 523, 525, 526, 500, 502, 503, 504, 522, 524];
const anyOutcome = fc.oneof(
  fc.record({
    kind: fc.constant('reply' as const),
    status: fc.oneof(fc.integer({ min: 300, max: 599 }), fc.constantFrom(...tabledStatuses)),
    body: fc.anything(),
    headers: fc.nat().map((seconds) => new Headers({ 'retry-after': String(seconds) })),
  }),
  fc.record({ kind: fc.constant('breakdown' as const), cause: fc.string() }),
);

it('always comes to an end, and never waits over a minute', () => {
  fc.assert(
    fc.property(
      anyOutcome,
      fc.boolean(),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (outcome, repeatable, random) => {
        const decisions = Array.from({ length: 8 }, (_, index) =>
          decideRetry({ attempt: index + 1, outcome, repeatable, refreshable: false, random }),
        );
        expect(decisions.at(-1)?.kind).toBe('fail');
        for (const decision of decisions) {
          if (decision.kind === 'retry') expect(decision.waitMs).toBeLessThanOrEqual(60_000);
        }
      },
    ),
  );
});

it('never repeats what may have been done, unless that changes nothing', () => {
  const doubtful = [408, 500, 520, 502, 503, 504, 522, 524].map((status) => reply(status));
  const broken = ['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET', 'UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT'];
  for (const outcome of [...doubtful, ...broken.map((cause) => ({ kind: 'breakdown', cause }) as const)]) {
    expect(decide({ outcome, repeatable: false })).toBe('unknown_effect');
    expect(decide({ outcome })).toEqual(expect.any(Number));
  }
});
